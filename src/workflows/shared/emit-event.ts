import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { describeFailure } from "./failure-of"

/**
 * Emits an event of what has happened, for a flow without a workflow. It has happened whether or not the event goes out: a
 * failure is logged.
 *
 * @example await emitEvent(container, AccountDeletionEvents.CANCELLED, { id, customer_id })
 */
export async function emitEvent(
  container: MedusaContainer,
  name: string,
  data: { id: string; customer_id?: string }
): Promise<void> {
  try {
    await container.resolve(Modules.EVENT_BUS).emit({ name, data })
  } catch (error) {
    const failure = describeFailure({ action: "emit", error })
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `customer-registration: the event ${name} of ${data.id} was not emitted: ${failure}`
      )
  }
}
