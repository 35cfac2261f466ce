/** Rows in one batch. */
const BATCH = 100

/**
 * Handles batch after batch until one is not full.
 *
 * @param handle handles at most so many rows and returns how many there were
 * @example await inBatches((take) => clearPaymentSessions(container, customerIds, take))
 */
export async function inBatches(
  handle: (take: number) => Promise<number>
): Promise<void> {
  let handled: number
  do {
    handled = await handle(BATCH)
  } while (handled === BATCH)
}
