import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

type Row = { id: string }

const ADDRESSES = ["shipping_address", "billing_address"] as const

/** A cart of a person, or one with their e-mail. */
export type PersonalCart = Row & {
  customer_id?: string | null
} & Partial<Record<(typeof ADDRESSES)[number], Row | null>>

type CartOfAddress = Row & {
  shipping_address_id?: string | null
  billing_address_id?: string | null
}

/**
 * What Medusa's cart module does beyond its types: it filters by any column, and it writes null. Its methods are
 * generated, as those of every module.
 */
type Carts = {
  listAddresses(filters: object, config: object): Promise<Row[]>
  listCarts(
    filters: object,
    config: object
  ): Promise<(PersonalCart & CartOfAddress)[]>
  updateAddresses(data: object[]): Promise<unknown>
  updateCarts(data: object[]): Promise<unknown>
}

const cartsOf = (container: MedusaContainer): Carts =>
  container.resolve(Modules.CART)

/** Every field of a cart's address that says something of a person, cleared. */
const EMPTY_ADDRESS = {
  customer_id: null,
  company: null,
  first_name: null,
  last_name: null,
  address_1: null,
  address_2: null,
  city: null,
  country_code: null,
  province: null,
  postal_code: null,
  phone: null,
  metadata: null,
}

/** Carts of these customers or with these e-mails, ordered or not, with their addresses. */
export async function findPersonalCarts(
  container: MedusaContainer,
  { customer_ids, emails }: { customer_ids: string[]; emails: string[] },
  take: number
): Promise<PersonalCart[]> {
  return await cartsOf(container).listCarts(
    { $or: [{ customer_id: customer_ids }, { email: emails }] },
    { select: ["id", "customer_id"], relations: [...ADDRESSES], take }
  )
}

/** Clears the e-mail of these carts and, of those that are the person's own, the customer and the addresses. */
export async function clearCarts(
  container: MedusaContainer,
  carts: PersonalCart[],
  isOwn: (cart: PersonalCart) => boolean
): Promise<void> {
  const addresses = carts
    .filter(isOwn)
    .flatMap((cart) => ADDRESSES.flatMap((kind) => cart[kind] ?? []))
  await clearAddresses(container, addresses)
  await cartsOf(container).updateCarts(
    carts.map((cart) => ({
      id: cart.id,
      email: null,
      ...(isOwn(cart) && { customer_id: null }),
    }))
  )
}

/**
 * Addresses of the cart module in the order of their ids.
 *
 * @param matches conditions, of which one has to hold
 * @param after the last id of the page before; `""` for the first page
 */
export async function findCartAddresses(
  container: MedusaContainer,
  matches: object[],
  { after, take }: { after: string; take: number }
): Promise<Row[]> {
  return await cartsOf(container).listAddresses(
    { id: { $gt: after }, $or: matches },
    { select: ["id"], order: { id: "ASC" }, take }
  )
}

/**
 * Those of the addresses that no cart uses. Medusa gives a cart a new address when one is typed again, and leaves the
 * old one.
 */
export async function findStrays(
  container: MedusaContainer,
  addresses: Row[]
): Promise<Row[]> {
  const ids = addresses.map(({ id }) => id)
  // Asked apart: Medusa has indexes of carts that are deleted, and of those that are not.
  const using = [
    ...(await cartsWith(container, ids, { deleted: false })),
    ...(await cartsWith(container, ids, { deleted: true })),
  ]
  const used = new Set(
    using.flatMap((cart) => [cart.shipping_address_id, cart.billing_address_id])
  )
  return addresses.filter(({ id }) => !used.has(id))
}

/** Carts that use some of these addresses. */
function cartsWith(
  container: MedusaContainer,
  ids: string[],
  { deleted }: { deleted: boolean }
): Promise<CartOfAddress[]> {
  return cartsOf(container).listCarts(
    {
      ...(deleted && { deleted_at: { $ne: null } }),
      $or: [{ shipping_address_id: ids }, { billing_address_id: ids }],
    },
    {
      select: ["id", "shipping_address_id", "billing_address_id"],
      withDeleted: deleted,
    }
  )
}

/** Clears addresses of the cart module. */
export async function clearAddresses(
  container: MedusaContainer,
  addresses: Row[]
): Promise<void> {
  await cartsOf(container).updateAddresses(
    addresses.map(({ id }) => ({ id, ...EMPTY_ADDRESS }))
  )
}
