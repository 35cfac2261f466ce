import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Event = {
  name: string
  data: { id: string; customer_id?: string }
  metadata?: Record<string, unknown>
}

/**
 * Emits events of what has happened, for who has no workflow around it, and waits for nobody: it has happened whether or not
 * they go out. Medusa's bus on Redis does not end a call while Redis is away, and sends the events once Redis is back. A
 * failure is logged.
 *
 * @example emitLater(container, [{ name: AccountDeletionEvents.CANCELLED, data: { id, customer_id } }])
 */
export function emitLater(
  container: MedusaContainer,
  events: Event[],
  options?: { internal: boolean }
): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const emit = async () =>
    container.resolve(Modules.EVENT_BUS).emit(events, options)
  void emit().catch((error: unknown) => {
    // Its message may quote a contact.
    const failure = error instanceof Error ? error.name : "Error"
    for (const { name, data } of events) {
      logger.error(
        `customer-registration: the event ${name} of ${data.id} was not emitted: ${failure}`
      )
    }
  })
}
