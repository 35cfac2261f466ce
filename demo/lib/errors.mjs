// @ts-check
import { inspect } from "node:util"
import { failed, print } from "./terminal.mjs"

/** An answer or a message that is not what a step expects. */
export class CheckFailed extends Error {
  /**
   * @param {string} meaning what should have been seen
   * @param {string[]} differences
   * @param {string} log the end of the shop's
   */
  constructor(meaning, differences, log) {
    super(["Not so: " + meaning, ...differences, "", log].join("\n"))
  }
}

/** Something that the person at the terminal can put right; its message says how. */
export class Advice extends Error {}

/**
 * Prints what ended the demo.
 *
 * @param {unknown} error
 * @param {AbortSignal} interrupted
 * @returns {number} the exit status
 */
export function reportError(error, interrupted) {
  if (interrupted.aborted) {
    print("Interrupted.")
    return 130
  }
  const expected = error instanceof CheckFailed || error instanceof Advice
  failed(expected ? error.message : inspect(error))
  return 1
}
