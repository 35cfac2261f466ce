import { sleep } from "../../scripts/lib/clock"

/** Expects what a page shows, once it has come to show it. */
export async function eventually<T>(
  look: () => Promise<T>,
  expected: T,
  timeoutMs = 10_000
): Promise<void> {
  const deadline = Date.now() + timeoutMs
  let found = await look()
  while (!isEqual(found, expected) && Date.now() < deadline) {
    await sleep(50)
    found = await look()
  }
  expect(found).toEqual(expected)
}

function isEqual(found: unknown, expected: unknown): boolean {
  return JSON.stringify(found) === JSON.stringify(expected)
}
