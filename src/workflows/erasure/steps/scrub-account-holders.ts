import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findPerson } from "../person"

type AccountHolder = {
  id: string
  external_id: string
  data: Record<string, unknown>
}

type Link = { customer_id: string; account_holder_id: string }

/** What Medusa's payment module does beyond its types, as every module does: it updates its rows. */
type AccountHolders = {
  listAccountHolders(filters: object): Promise<AccountHolder[]>
  updateAccountHolders(data: object[]): Promise<unknown>
}

export const scrubAccountHoldersStepId = "scrub-account-holders"

/**
 * Leaves of a person's account at a payment provider its id there, by which a store may delete it. One that another
 * customer has too stays as it is. No compensation: an erasure goes on until it is done.
 */
export const scrubAccountHoldersStep = createStep(
  scrubAccountHoldersStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const payments = container.resolve(
      Modules.PAYMENT
    ) as unknown as AccountHolders
    const { customer_ids } = await findPerson(container, customer_id)
    const ids = await accountHoldersOf(container, customer_ids)
    const holders = await payments.listAccountHolders({ id: ids })
    await payments.updateAccountHolders(holders.map(scrubbed))
    return new StepResponse()
  }
)

/** Those that no other customer has. */
async function accountHoldersOf(
  container: MedusaContainer,
  customerIds: string[]
): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const links = async (filters: object) => {
    const { data } = await query.graph({
      entity: "customer_account_holder",
      fields: ["customer_id", "account_holder_id"],
      filters,
    })
    return data as Link[]
  }
  const own = await links({ customer_id: customerIds })
  const ids = own.map(({ account_holder_id }) => account_holder_id)
  const all = await links({ account_holder_id: ids })
  const shared = all
    .filter(({ customer_id }) => !customerIds.includes(customer_id))
    .map(({ account_holder_id }) => account_holder_id)
  return ids.filter((id) => !shared.includes(id))
}

// Medusa merges JSON into what is there: a key that should go is set to null.
function scrubbed({ id, external_id, data }: AccountHolder) {
  const nothing = Object.fromEntries(
    Object.keys(data).map((key) => [key, null])
  )
  return {
    id,
    email: null,
    data: { ...nothing, id: external_id },
    metadata: null,
  }
}
