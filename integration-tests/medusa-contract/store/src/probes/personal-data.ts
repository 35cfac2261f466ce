import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { freshEmail, type Probe } from "./probe"

type Row = Record<string, unknown> & { id: string }

/** What every module of Medusa generates for its tables, beyond the types of some. */
type Generated = Record<
  `list${string}`,
  (filters: object, config?: object) => Promise<Row[]>
> &
  Record<`update${string}`, (data: object[]) => Promise<unknown>>

const ADDRESS = {
  company: "Analytical Engines",
  first_name: "Ada",
  last_name: "Lovelace",
  address_1: "12 St James's Square",
  address_2: "Second floor",
  city: "London",
  country_code: "gb",
  province: "London",
  postal_code: "SW1Y 4JH",
  phone: "+442071234567",
  metadata: { door: "green" },
}

const ADDRESSES = ["shipping_address", "billing_address"]

function generated(container: MedusaContainer, module: string): Generated {
  return container.resolve(module)
}

async function newCart(container: MedusaContainer) {
  const email = freshEmail()
  const { id: customer_id } = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({ email, first_name: "Ada" })
  const cart = await container.resolve(Modules.CART).createCarts({
    email,
    customer_id,
    currency_code: "usd",
    shipping_address: { ...ADDRESS, customer_id },
    billing_address: { ...ADDRESS, customer_id },
    items: [{ title: "A thing", quantity: 1, unit_price: 10 }],
  })
  return { id: cart.id, email, customer_id }
}

/** The columns of a row that are set, but for its id and dates. */
function setColumns(row: Row): string[] {
  return Object.entries(row)
    .filter(([name, value]) => value !== null && !/^id$|_at$/.test(name))
    .map(([name]) => name)
}

const carts: Probe = async (container) => {
  const module = generated(container, Modules.CART)
  const { id, email, customer_id } = await newCart(container)
  const find = (condition: object) =>
    module.listCarts(
      { $or: [{ customer_id: ["cus_none"] }, condition] },
      { select: ["id", "customer_id"], relations: ADDRESSES, take: 10 }
    )
  const [cart] = await find({ email: [email] })
  const addressIds = ADDRESSES.map((kind) => (cart[kind] as Row).id)
  const ofCustomer = { customer_id: [customer_id] }
  const listed = await module.listAddresses(
    {
      id: { $gt: "" },
      $or: [
        ofCustomer,
        { phone: ["+1"] },
        { first_name: "Nobody", last_name: "Else" },
      ],
    },
    { select: ["id"], order: { id: "ASC" }, take: 10 }
  )
  const having = await module.listCarts(
    { $or: [{ shipping_address_id: addressIds }, { billing_address_id: [] }] },
    { select: ["id", "shipping_address_id"], withDeleted: true }
  )
  const nothing = Object.fromEntries(
    ["customer_id", ...Object.keys(ADDRESS)].map((name) => [name, null])
  )
  await module.updateAddresses(
    addressIds.map((addressId) => ({ id: addressId, ...nothing }))
  )
  await module.updateCarts([{ id, email: null, customer_id: null }])
  const emptied = await module.listAddresses({ id: addressIds })
  const [detached] = await module.listCarts({ id: [id] })
  return {
    foundByEmail: cart.id === id,
    addressesOfCustomer: listed.map((row) => addressIds.includes(row.id)),
    foundByAddress: having.map((row) => row.id === id),
    leftInAddresses: emptied.map(setColumns),
    leftInCart: {
      email: detached.email,
      customer_id: detached.customer_id,
    },
    foundAgain: (await find({ email: [email] })).length,
  }
}

async function beginPayment(container: MedusaContainer) {
  const { id: cart_id, customer_id } = await newCart(container)
  const { result } = await createPaymentCollectionForCartWorkflow(
    container
  ).run({ input: { cart_id } })
  await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id: result.id,
      provider_id: "pp_system_default",
      customer_id,
    },
  })
  return customer_id
}

const paymentSessions: Probe = async (container) => {
  const module = generated(container, Modules.PAYMENT)
  const customer_id = await beginPayment(container)
  const find = (ids: string[]) =>
    module.listPaymentSessions(
      { context: { customer: { id: { $in: ids } } } },
      { select: ["id"], take: 10 }
    )
  const found = await find([customer_id, "cus_none"])
  const others = await find(["cus_none"])
  await module.updatePaymentSessions(
    found.map(({ id }) => ({ id, context: null }))
  )
  const [{ context }] = await module.listPaymentSessions({
    id: found.map(({ id }) => id),
  })
  return {
    found: found.length,
    others: others.length,
    context,
    foundAgain: (await find([customer_id])).length,
  }
}

const accountHolders: Probe = async (container) => {
  const module = generated(container, Modules.PAYMENT)
  const customer_id = await beginPayment(container)
  const { data: links } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer_account_holder",
      fields: ["customer_id", "account_holder_id"],
      filters: { customer_id: [customer_id] },
    })
  const ids = links.map((link) => String(link.account_holder_id))
  await module.updateAccountHolders(
    ids.map((id) => ({ id, email: "a@b.example", data: { name: "Ada" } }))
  )
  await module.updateAccountHolders(
    ids.map((id) => ({
      id,
      email: null,
      data: { name: null, id: "external" },
      metadata: null,
    }))
  )
  const [{ email, data, metadata }] = await module.listAccountHolders({
    id: ids,
  })
  return {
    links: links.length,
    email,
    name: Object(data).name ?? null,
    id: Object(data).id as unknown,
    metadata,
  }
}

const notifications: Probe = async (container) => {
  const service = container.resolve(Modules.NOTIFICATION)
  const module = service as unknown as Generated
  const to = freshEmail()
  const receiver_id = `cus_${to}`
  await service.createNotifications([
    { to, channel: "email", template: "one", data: { order: 1 } },
    {
      to: freshEmail(),
      receiver_id,
      channel: "email",
      template: "two",
      data: { order: 2 },
    },
  ])
  const find = () =>
    module.listNotifications(
      {
        to: { $ne: "erased" },
        $or: [{ receiver_id: [receiver_id] }, { to: [to] }],
      },
      { select: ["id"], take: 10 }
    )
  const found = await find()
  await module.updateNotifications(
    found.map(({ id }) => ({
      id,
      to: "erased",
      data: null,
      provider_data: null,
    }))
  )
  const rows = await module.listNotifications({
    id: found.map(({ id }) => id),
  })
  return {
    found: found.length,
    rows: rows.map((row) => ({ to: row.to, data: row.data })),
    foundAgain: (await find()).length,
  }
}

type Providers = {
  getProviderForChannels(channel: string): Promise<object | undefined>
  send(provider: object, data: Row): Promise<object>
}

const copiedNotifications: Probe = async (container) => {
  const service = container.resolve(Modules.NOTIFICATION)
  const providers = Reflect.get(
    service,
    "notificationProviderService_"
  ) as Providers
  const served = await Promise.all(
    ["email", "pigeon"].map((channel) =>
      providers.getProviderForChannels(channel).then(Boolean)
    )
  )
  const called: object[] = []
  const rowsOf = async (send: Providers["send"]) => {
    const to = freshEmail()
    const copy = Object.assign(
      Object.create(Object.getPrototypeOf(service) as object) as object,
      service,
      {
        notificationProviderService_: Object.create(providers, {
          send: { value: send },
        }) as Providers,
      }
    )
    const message = { to, channel: "email", template: "copied" }
    await copy.createNotifications(message).catch(() => undefined)
    const rows = await service.listNotifications({ to })
    return rows.map((row) => ({
      status: Reflect.get(row, "status"),
      external_id: row.external_id ?? null,
    }))
  }
  const rows = await rowsOf(async (_provider, { channel, template }) => {
    called.push({ channel, template })
    return { id: "of-the-probe" }
  })
  const failed = await rowsOf(() => Promise.reject(new Error("refused")))
  return { served, called, rows, failed }
}

export const personalDataProbes = {
  carts,
  paymentSessions,
  accountHolders,
  notifications,
  copiedNotifications,
} satisfies Record<string, Probe>
