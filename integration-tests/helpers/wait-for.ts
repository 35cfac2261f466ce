import { sleep } from "../../scripts/lib/clock"

/** Polls until there is something: for what the server does after it has answered. */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 10_000
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    const found = await look()
    if (found !== undefined) {
      return found
    }
    await sleep(25)
  }
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`)
}
