import { randomInt } from "node:crypto"

/** Milliseconds in which work begins that the next request must not feel. */
const SPREAD_MS = 1000

/**
 * Does work after the answer, at a moment that the next request cannot time: that a message goes out, and so that
 * there is an account, must not show in how fast the server is right after.
 *
 * @param work never throws
 * @example afterAnswer(deliver)
 */
export function afterAnswer(work: () => Promise<void>): void {
  setTimeout(() => void work(), randomInt(SPREAD_MS))
}
