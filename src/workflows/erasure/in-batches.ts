/** Rows in one batch. */
const BATCH = 100

/**
 * Acts on batch after batch until there is nothing left.
 *
 * @param act takes at most so many rows, and says how many there were
 * @example await inBatches(async (take) => (await scrub(take)).length)
 */
export async function inBatches(
  act: (take: number) => Promise<number>
): Promise<void> {
  let handled: number
  do {
    handled = await act(BATCH)
  } while (handled === BATCH)
}
