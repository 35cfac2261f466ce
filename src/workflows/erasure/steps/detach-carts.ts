import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { EMPTY_ADDRESS } from "../empty-address"
import { inBatches } from "../in-batches"
import { findPerson, type Person } from "../person"

const ADDRESSES = ["shipping_address", "billing_address"] as const

type Row = { id: string }

type Cart = Row & { customer_id?: string | null } & Partial<
    Record<(typeof ADDRESSES)[number], Row | null>
  >

/** What Medusa's cart module does, in more detail than its types: it filters by e-mail, and takes null. */
type Carts = {
  listCarts(filters: object, config: object): Promise<Cart[]>
  updateAddresses(data: object[]): Promise<unknown>
  updateCarts(data: object[]): Promise<unknown>
}

export const detachCartsStepId = "detach-carts"

/**
 * Takes a person out of their carts, the ordered ones too, whose order has its own copy of the address. What is in a
 * cart stays in it. Another customer's cart that merely has their e-mail loses that alone. No compensation: an erasure
 * goes on until it is done.
 */
export const detachCartsStep = createStep(
  detachCartsStepId,
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const carts: Carts = container.resolve(Modules.CART)
    const person = await findPerson(container, customer_id)
    // A detached cart is not found again.
    await inBatches((take) => detachBatch(carts, person, take))
    return new StepResponse()
  }
)

/** @returns how many there were */
async function detachBatch(
  carts: Carts,
  { customer_ids, proven }: Person,
  take: number
): Promise<number> {
  const found = await carts.listCarts(
    { $or: [{ customer_id: customer_ids }, { email: proven }] },
    { select: ["id", "customer_id"], relations: [...ADDRESSES], take }
  )
  const isOwn = ({ customer_id: owner }: Cart) =>
    !owner || customer_ids.includes(owner)
  const addresses = found
    .filter(isOwn)
    .flatMap((cart) => ADDRESSES.flatMap((kind) => cart[kind] ?? []))
  await carts.updateAddresses(
    addresses.map(({ id }) => ({ id, ...EMPTY_ADDRESS }))
  )
  await carts.updateCarts(
    found.map((cart) => ({
      id: cart.id,
      email: null,
      ...(isOwn(cart) && { customer_id: null }),
    }))
  )
  return found.length
}
