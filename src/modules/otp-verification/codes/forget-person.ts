import type { Context } from "@medusajs/framework/types"
import { execute } from "../../../sql"
import { personalKeys } from "../limits/buckets-of-send"
import { DELETE_CODES_OF, DELETE_LIMITS } from "../statements"
import type { OtpHashes } from "./otp-hashes"

type Forgotten = {
  /** The ids that codes were issued to. */
  subjects: string[]
  /** Where codes went, in the normal form. */
  destinations: string[]
  /** Everything that codes are issued for. */
  purposes: readonly string[]
}

/**
 * Deletes every code and limit of a person. Rows are locked in the order in which everything else locks them, so that
 * none waits for the other for ever: a send takes its limits before it stores its code, and a guess is counted on the
 * code before it is charged to the limit on failures.
 *
 * @param context of an open transaction
 */
export async function forgetPerson(
  context: Context,
  hashes: OtpHashes,
  { subjects, destinations, purposes }: Forgotten
): Promise<void> {
  const all = [...subjects, ...destinations.map(hashes.destination)]
  const { sends, failures } = personalKeys(
    { subjects: all, destinations, purposes },
    hashes.limit
  )
  await execute(context, DELETE_LIMITS, [JSON.stringify(sends)])
  await execute(context, DELETE_CODES_OF, [JSON.stringify(all)])
  await execute(context, DELETE_LIMITS, [JSON.stringify(failures)])
}
