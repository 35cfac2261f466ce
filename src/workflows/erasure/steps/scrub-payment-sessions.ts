import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inBatches } from "../in-batches"
import { findPerson } from "../person"

/** What Medusa's payment module does beyond its types, as every module does: it filters by JSON, and updates in bulk. */
type PaymentSessions = {
  listPaymentSessions(
    filters: object,
    config: object
  ): Promise<{ id: string }[]>
  updatePaymentSessions(data: object[]): Promise<unknown>
}

export const scrubPaymentSessionsStepId = "scrub-payment-sessions"

/**
 * Takes a person out of their payment sessions: Medusa keeps the whole customer in each one's context, for carts that
 * were never ordered too. Nothing reads it after the session is made. What the provider answered stays, because it
 * settles or cancels the payment. No compensation: an erasure goes on until it is done.
 */
export const scrubPaymentSessionsStep = createStep(
  scrubPaymentSessionsStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const payments = container.resolve(
      Modules.PAYMENT
    ) as unknown as PaymentSessions
    const { customer_ids } = await findPerson(container, customer_id)
    // A scrubbed one is not found again.
    await inBatches((take) => scrubBatch(payments, customer_ids, take))
    return new StepResponse()
  }
)

/** @returns how many there were */
async function scrubBatch(
  payments: PaymentSessions,
  customerIds: string[],
  take: number
): Promise<number> {
  const found = await payments.listPaymentSessions(
    { context: { customer: { id: { $in: customerIds } } } },
    { select: ["id"], take }
  )
  await payments.updatePaymentSessions(
    found.map(({ id }) => ({ id, context: null }))
  )
  return found.length
}
