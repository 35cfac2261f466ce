import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inBatches } from "../in-batches"
import { findPerson, type Person } from "../person"

const SCRUBBED = { to: "erased", data: null, provider_data: null }

/** What Medusa's notification module does beyond its types, as every module does: it lists by any column and updates. */
type Notifications = {
  listNotifications(filters: object, config: object): Promise<{ id: string }[]>
  updateNotifications(data: object[]): Promise<unknown>
}

export const scrubNotificationsStepId = "scrub-notifications"

/**
 * Takes recipient and content out of what was sent to a person: all that this plugin sent, and whatever else went to
 * a contact that they had proven. No compensation: an erasure goes on until it is done.
 */
export const scrubNotificationsStep = createStep(
  scrubNotificationsStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const notifications = container.resolve(
      Modules.NOTIFICATION
    ) as unknown as Notifications
    const person = await findPerson(container, customer_id)
    // A scrubbed one is not found again.
    await inBatches((take) => scrubBatch(notifications, person, take))
    return new StepResponse()
  }
)

/** @returns how many there were */
async function scrubBatch(
  notifications: Notifications,
  { customer_ids, proven }: Person,
  take: number
): Promise<number> {
  const found = await notifications.listNotifications(
    {
      to: { $ne: SCRUBBED.to },
      $or: [{ receiver_id: customer_ids }, { to: proven }],
    },
    { select: ["id"], take }
  )
  await notifications.updateNotifications(
    found.map(({ id }) => ({ id, ...SCRUBBED }))
  )
  return found.length
}
