import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { EMPTY_ADDRESS } from "../empty-address"
import { namesOf } from "../names-of"
import { inBatches } from "../in-batches"
import { findPerson } from "../person"

type Row = { id: string }

type Cart = Row & {
  shipping_address_id?: string | null
  billing_address_id?: string | null
}

/** What Medusa's cart module does, in more detail than its types: it filters by any column, and takes null. */
type Carts = {
  listAddresses(filters: object, config: object): Promise<Row[]>
  listCarts(filters: object, config: object): Promise<Cart[]>
  updateAddresses(data: object[]): Promise<unknown>
}

export const emptyStrayAddressesStepId = "empty-stray-addresses"

/**
 * Empties what a person typed into a cart and typed anew: Medusa gives the cart another address, and the old one stays,
 * in no cart. It has no customer's id, so it is found by name and phone, too. An address of a cart is left alone here,
 * whoever's namesake it is; one of no cart is nobody's. No compensation: an erasure goes on until it is done.
 */
export const emptyStrayAddressesStep = createStep(
  emptyStrayAddressesStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const carts: Carts = container.resolve(Modules.CART)
    const { customer_ids, proven } = await findPerson(container, customer_id)
    const theirs = [
      { customer_id: customer_ids },
      { phone: proven },
      ...(await namesOf(container, customer_ids)),
    ]
    let after = ""
    await inBatches(async (take) => {
      const found = await carts.listAddresses(
        { id: { $gt: after }, $or: theirs },
        { select: ["id"], order: { id: "ASC" }, take }
      )
      const stray = await strayOf(carts, found)
      await carts.updateAddresses(
        stray.map(({ id }) => ({ id, ...EMPTY_ADDRESS }))
      )
      after = found.at(-1)?.id ?? after
      return found.length
    })
    return new StepResponse()
  }
)

/** Those that no cart has. */
async function strayOf(carts: Carts, addresses: Row[]): Promise<Row[]> {
  const ids = addresses.map(({ id }) => id)
  const having = await carts.listCarts(
    { $or: [{ shipping_address_id: ids }, { billing_address_id: ids }] },
    {
      select: ["id", "shipping_address_id", "billing_address_id"],
      withDeleted: true,
    }
  )
  const kept = new Set(
    having.flatMap((cart) => [
      cart.shipping_address_id,
      cart.billing_address_id,
    ])
  )
  return addresses.filter(({ id }) => !kept.has(id))
}
