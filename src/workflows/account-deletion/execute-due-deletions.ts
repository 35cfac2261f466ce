import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCOUNT_DELETION_REQUEST_MODULE } from "../../modules/account-deletion-request"
import { executeClaimed } from "./execute-claimed"

/** Requests that one worker claims at once: what a crash holds back for the time of a lease. */
const BATCH = 20

/**
 * Executes every request that is due, batch by batch. Any number of workers may do so at once. Used by the job of the
 * same name, every minute.
 *
 * @returns how many are completed now, and how many failed
 * @example const { completed, failed } = await executeDueDeletions(container)
 */
export async function executeDueDeletions(
  container: MedusaContainer
): Promise<{ completed: number; failed: number }> {
  const requests = container.resolve(ACCOUNT_DELETION_REQUEST_MODULE)
  const done = { completed: 0, failed: 0 }
  for (;;) {
    const batch = await requests.claimDue(BATCH)
    for (const claimed of batch) {
      const outcome = await executeClaimed(container, claimed)
      if (outcome !== "skipped") {
        done[outcome] += 1
      }
    }
    if (batch.length < BATCH) {
      return done
    }
  }
}
