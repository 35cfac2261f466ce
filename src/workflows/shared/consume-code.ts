import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { consumeGuess } from "../../codes"
import type { RightCode } from "../../modules/otp-verification"

export const consumeCodeStepId = "consume-code"

/**
 * Consumes a code that was guessed right, if there is one. In the workflow that does what the code is for, and not before it:
 * a workflow that cannot begin, as while Redis is away, uses up no code. No compensation: a code is used once.
 *
 * @throws PluginError as `consumeGuess`
 */
export const consumeCodeStep = createStep(
  consumeCodeStepId,
  async ({ code }: { code?: RightCode }, { container }) => {
    if (code) {
      await consumeGuess(container, code)
    }
    return new StepResponse()
  }
)
