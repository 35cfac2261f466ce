import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ERASED } from "./notification-rows"

type Row = { id: string }

type AccountHolder = Row & {
  external_id: string
  data: Record<string, unknown>
}

/**
 * What Medusa's payment module does beyond its types: it filters by JSON, and it updates these rows in bulk. Its
 * methods are generated, as those of every module.
 */
type Payments = {
  listPaymentSessions(filters: object, config: object): Promise<Row[]>
  updatePaymentSessions(data: object[]): Promise<unknown>
  listAccountHolders(filters: object): Promise<AccountHolder[]>
  updateAccountHolders(data: object[]): Promise<unknown>
}

/** What Medusa's notification module does beyond its types: it filters by any column, and it updates. */
type Notifications = {
  listNotifications(filters: object, config: object): Promise<Row[]>
  updateNotifications(data: object[]): Promise<unknown>
}

const paymentsOf = (container: MedusaContainer) =>
  container.resolve(Modules.PAYMENT) as unknown as Payments

/**
 * Clears the context of customers' payment sessions, in which Medusa keeps the whole customer. A cleared one is not
 * found again.
 *
 * @returns how many there were
 */
export async function clearPaymentSessions(
  container: MedusaContainer,
  customerIds: string[],
  take: number
): Promise<number> {
  const payments = paymentsOf(container)
  const found = await payments.listPaymentSessions(
    { context: { customer: { id: { $in: customerIds } } } },
    { select: ["id"], take }
  )
  await payments.updatePaymentSessions(
    found.map(({ id }) => ({ id, context: null }))
  )
  return found.length
}

/** The account holders at payment providers that these customers have and no other customer. */
export async function findAccountHolders(
  container: MedusaContainer,
  customerIds: string[]
): Promise<string[]> {
  const own = await linksOf(container, { customer_id: customerIds })
  const ids = own.map(({ account_holder_id }) => account_holder_id)
  const all = await linksOf(container, { account_holder_id: ids })
  const shared = all
    .filter(({ customer_id }) => !customerIds.includes(customer_id))
    .map(({ account_holder_id }) => account_holder_id)
  return ids.filter((id) => !shared.includes(id))
}

/** Rows of the link of customers and account holders. */
async function linksOf(container: MedusaContainer, filters: object) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer_account_holder",
      fields: ["customer_id", "account_holder_id"],
      filters,
    })
  return data as { customer_id: string; account_holder_id: string }[]
}

/**
 * Clears account holders, but for the provider's own id of the account. Medusa merges JSON into what is there, so each
 * key is set to null.
 */
export async function clearAccountHolders(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  const payments = paymentsOf(container)
  const holders = await payments.listAccountHolders({ id: ids })
  await payments.updateAccountHolders(
    holders.map(({ id, external_id, data }) => ({
      id,
      email: null,
      data: {
        ...Object.fromEntries(Object.keys(data).map((key) => [key, null])),
        id: external_id,
      },
      metadata: null,
    }))
  )
}

const CLEARED_NOTIFICATION = { to: ERASED, data: null, provider_data: null }

/**
 * Clears notifications that went to these customers or contacts. A cleared one is not found again.
 *
 * @returns how many there were
 */
export async function clearNotifications(
  container: MedusaContainer,
  { customer_ids, contacts }: { customer_ids: string[]; contacts: string[] },
  take: number
): Promise<number> {
  const notifications = container.resolve(
    Modules.NOTIFICATION
  ) as unknown as Notifications
  const found = await notifications.listNotifications(
    {
      to: { $ne: CLEARED_NOTIFICATION.to },
      $or: [{ receiver_id: customer_ids }, { to: contacts }],
    },
    { select: ["id"], take }
  )
  await notifications.updateNotifications(
    found.map(({ id }) => ({ id, ...CLEARED_NOTIFICATION }))
  )
  return found.length
}
