import type {
  ConfirmAuthVerificationDTO,
  ConfirmAuthVerificationResponse,
  IAuthVerificationProvider,
  RequestAuthVerificationDTO,
  RequestAuthVerificationResponse,
} from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ERRORS, isPluginError } from "../../errors"
import { clientIp, storeContainer } from "../../medusa/store-container"
import {
  confirmMedusasVerification,
  requestMedusasVerification,
} from "../../workflows/internal"

/**
 * Provider of codes for Medusa's own verification (`/auth/verification/*`, since 2.16): the plugin's codes, limits, messages
 * and proofs. A proof here is one of the plugin's, and the other way round. It sends its codes itself: none is in what it
 * answers, which Medusa makes an event and the state of a workflow of.
 *
 * It runs in the Auth module's container, where the plugin's modules are not, and does its work in the store's.
 *
 * @example verification: { providers: [{ resolve: "customer-registration/providers/otp", id: "otp" }] }
 */
export class OtpVerificationProvider implements IAuthVerificationProvider {
  static identifier = "otp"
  readonly identifier = OtpVerificationProvider.identifier

  /** @throws MedusaError `invalid_argument` for any option; Medusa calls this at boot */
  static validateOptions(options: object | undefined): void {
    if (Object.keys(options ?? {}).length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_ARGUMENT,
        "otp: this provider has no options of its own; those of the plugin hold for it"
      )
    }
  }

  /** As `requestMedusasVerification`. */
  async request({
    metadata,
    ...requested
  }: RequestAuthVerificationDTO): Promise<RequestAuthVerificationResponse> {
    const client_ip = clientIp()
    const verification = await answered(
      requestMedusasVerification(storeContainer(), { ...requested, client_ip })
    )
    // For whoever listens to Medusa's event; it is not stored.
    return { ...verification, metadata }
  }

  /** As `confirmMedusasVerification`. */
  async confirm({
    auth_identity_id,
    code,
    code_provider = this.identifier,
  }: ConfirmAuthVerificationDTO): Promise<ConfirmAuthVerificationResponse> {
    const typed = { auth_identity_id, code, code_provider }
    return await answered(confirmMedusasVerification(storeContainer(), typed))
  }
}

/** The statuses that Medusa's error handler knows. */
const KNOWN: number[] = [400, 401, 403, 404, 422]

/**
 * An error whose status Medusa does not know is one that Medusa answers with 400, where a store has an error handler of its
 * own: without one, the plugin's answers it as its table says.
 */
async function answered<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw isPluginError(error) && !KNOWN.includes(ERRORS[error.code].status)
      ? Object.assign(error, { type: MedusaError.Types.NOT_ALLOWED })
      : error
  }
}
