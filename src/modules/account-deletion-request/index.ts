import { join } from "node:path"
import { Module } from "@medusajs/framework/utils"
import { requireMigrations } from "../../medusa/migrations"
import AccountDeletionRequestModuleService from "./service"

/** Key under which the module's service is found in the container. */
export const ACCOUNT_DELETION_REQUEST_MODULE = "accountDeletionRequest"

export { type AccountDeletionRequestModuleService }
declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    accountDeletionRequest: AccountDeletionRequestModuleService
  }
}

export {
  STATUSES,
  TRANSITIONS,
  type AccountDeletionStatus,
} from "./transitions"
export * from "./types"

export default Module(ACCOUNT_DELETION_REQUEST_MODULE, {
  service: AccountDeletionRequestModuleService,
  loaders: [requireMigrations(join(__dirname, "migrations"))],
})
