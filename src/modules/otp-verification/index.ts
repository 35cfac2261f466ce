import { join } from "node:path"
import { Module } from "@medusajs/framework/utils"
import { requireMigrations } from "../../medusa/migrations"
import OtpVerificationModuleService from "./service"

/** Key under which the module's service is found in the container. */
export const OTP_VERIFICATION_MODULE = "otpVerification"

export { type OtpVerificationModuleService }
declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    otpVerification: OtpVerificationModuleService
  }
}

export {
  consumedIf,
  COUNTED,
  type AttemptColumns,
  type ConsumedCode,
  type CountedAttempt,
} from "./codes/statements"
export * from "./types"

export default Module(OTP_VERIFICATION_MODULE, {
  service: OtpVerificationModuleService,
  loaders: [requireMigrations(join(__dirname, "migrations"))],
})
