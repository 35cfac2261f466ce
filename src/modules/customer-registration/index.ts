import { join } from "node:path"
import { Module } from "@medusajs/framework/utils"
import { requireMigrations } from "../../medusa/migrations"
import buildIndexes from "./loaders/build-indexes"
import checkSetup from "./loaders/check-setup"
import CustomerRegistrationModuleService from "./service"

/** Key under which the module's service is found in the container. */
export const CUSTOMER_REGISTRATION_MODULE = "customerRegistration"

export { type CustomerRegistrationModuleService }
declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    customerRegistration: CustomerRegistrationModuleService
  }
}

export * from "./types"

export default Module(CUSTOMER_REGISTRATION_MODULE, {
  service: CustomerRegistrationModuleService,
  loaders: [
    checkSetup,
    requireMigrations(join(__dirname, "migrations")),
    buildIndexes,
  ],
})
