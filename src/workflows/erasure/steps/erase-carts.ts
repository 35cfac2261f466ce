import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  clearAddresses,
  clearCarts,
  findCartAddresses,
  findPersonalCarts,
  findStrays,
  type PersonalCart,
} from "../../../medusa/personal-carts"
import { inBatches } from "../in-batches"
import { type EraseCustomerInput, findNames, findPerson } from "../person"

export const emptyStrayAddressesStepId = "empty-stray-addresses"

/**
 * Clears addresses that a person once typed into a cart and that no cart uses any more. Many have no customer's id, so
 * they are found by name and phone, too. Skips addresses that a cart still uses, even on a name match.
 */
export const emptyStrayAddressesStep = createStep(
  emptyStrayAddressesStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const { customer_ids, proven } = await findPerson(container, customer_id)
    const matches = [
      { customer_id: customer_ids },
      { phone: proven },
      ...(await findNames(container, customer_ids)),
    ]
    let after = ""
    await inBatches(async (take) => {
      const page = { after, take }
      const found = await findCartAddresses(container, matches, page)
      await clearAddresses(container, await findStrays(container, found))
      after = found.at(-1)?.id ?? after
      return found.length
    })
    return new StepResponse()
  }
)

export const detachCartsStepId = "detach-carts"

/**
 * Removes a person from their carts, the ordered ones too: an order has its own copy of the address. The items stay.
 * Another customer's cart that has the person's e-mail loses only that.
 */
export const detachCartsStep = createStep(
  detachCartsStepId,
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const { customer_ids, proven } = await findPerson(container, customer_id)
    const isOwn = ({ customer_id: owner }: PersonalCart) =>
      !owner || customer_ids.includes(owner)
    await inBatches(async (take) => {
      // A cleared cart is not found again.
      const carts = await findPersonalCarts(
        container,
        { customer_ids, emails: proven },
        take
      )
      await clearCarts(container, carts, isOwn)
      return carts.length
    })
    return new StepResponse()
  }
)
