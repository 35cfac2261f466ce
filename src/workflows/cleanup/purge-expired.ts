import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_REGISTRATION_MODULE } from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"

/** Rows in one statement: few enough that no request waits long for its locks. */
const BATCH = 1000

/** How many rows were deleted. */
export type Purged = {
  codes: number
  limits: number
  reservations: number
  /** Links that undo a contact change. */
  undos: number
  pending_emails: number
}

/**
 * Deletes codes that expired more than a day ago, links that did, limits that are over, and reservations and pending
 * e-mails that a crash left behind, batch by batch. Any number of workers may do so at once. Used by the job of the same
 * name, every hour.
 *
 * @example const { codes } = await purgeExpired(container)
 */
export async function purgeExpired(
  container: MedusaContainer
): Promise<Purged> {
  const otp = container.resolve(OTP_VERIFICATION_MODULE)
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const purged: Purged = {
    codes: 0,
    limits: 0,
    reservations: 0,
    undos: 0,
    pending_emails: 0,
  }
  for (;;) {
    const batch: Purged = {
      ...(await otp.purge(BATCH)),
      reservations: await registration.purge(BATCH),
      undos: await registration.purgeUndos(BATCH),
      pending_emails: await registration.purgePending(BATCH),
    }
    purged.codes += batch.codes
    purged.limits += batch.limits
    purged.reservations += batch.reservations
    purged.undos += batch.undos
    purged.pending_emails += batch.pending_emails
    if (Math.max(...Object.values(batch)) < BATCH) {
      return purged
    }
  }
}
