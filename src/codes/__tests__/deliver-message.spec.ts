import type { MedusaContainer } from "@medusajs/framework/types"
import { deliverMessage } from "../deliver-message"
import { DeliveryError } from "../log"

const TO = "+12133734253"
const MESSAGE = { to: TO, channel: "sms", template: "t", secret: "482917" }

const TEST_CONTACT = {
  contact: "reviewer@example.com",
  code: "424242",
  valid_until: new Date(Date.now() + 60_000),
}
const FORMER_TEST_CONTACT = {
  contact: "former@example.com",
  code: "424242",
  valid_until: new Date(Date.now() - 1),
}

type Provider = (data: { to: string }) => Promise<object | undefined>

/** As Medusa's: the service has another one send, fails where a provider answers nothing, and then keeps the outcome. */
class Notifications {
  readonly rows: object[] = []
  readonly notificationProviderService_: object

  constructor(
    provider: Provider,
    readonly record: () => Promise<void> = () => Promise.resolve()
  ) {
    this.notificationProviderService_ = {
      getProviderForChannels: (channel: string) =>
        Promise.resolve(channel === "sms" ? { id: "p" } : undefined),
      send: (_provider: object, data: { to: string }) => provider(data),
    }
  }

  async createNotifications(data: { to: string }): Promise<void> {
    const providers = this.notificationProviderService_ as {
      send(provider: object, data: object): Promise<{ id?: string }>
    }
    const { id } = await providers.send({}, data).catch((error: Error) => {
      throw new Error(`Failed to send:\n${error.message}`)
    })
    await this.record()
    this.rows.push({ id, ...data })
  }
}

/** What a workflow's container hands out: its methods know the original alone. */
function asInWorkflow<T extends object>(service: T): T {
  return new Proxy(service, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      return typeof value === "function"
        ? (...args: unknown[]) => Reflect.apply(value, target, args) as unknown
        : value
    },
  })
}

function storeOf(service: object) {
  const warnings: string[] = []
  const registered: Record<string, unknown> = {
    notification: service,
    logger: { warn: (line: string) => warnings.push(line) },
    customerRegistration: {
      getOptions: () => ({
        delivery: { timeout_seconds: 0.05 },
        test_contacts: [TEST_CONTACT, FORMER_TEST_CONTACT],
      }),
    },
  }
  const container = {
    resolve: (name: string) => registered[name],
  } as unknown as MedusaContainer
  return { container, warnings }
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error
  )

describe.each([
  ["a route", <T extends object>(service: T) => service],
  ["a workflow", asInWorkflow],
])("deliverMessage in %s", (_where, given) => {
  it("hands the message over without its secret", async () => {
    const service = new Notifications(() => Promise.resolve({ id: "sent" }))
    await deliverMessage(storeOf(given(service)).container, MESSAGE)
    expect(service.rows).toEqual([
      { id: "sent", to: TO, channel: "sms", template: "t" },
    ])
  })

  it("takes no answer for a message that is sent", async () => {
    const service = new Notifications(() => Promise.resolve(undefined))
    await deliverMessage(storeOf(given(service)).container, MESSAGE)
    expect(service.rows).toHaveLength(1)
  })

  it("throws what the provider says, masked", async () => {
    const service = new Notifications(({ to }) =>
      Promise.reject(new RangeError(`${to}: 482917`))
    )
    const { container } = storeOf(given(service))
    const error = await failureOf(deliverMessage(container, MESSAGE))
    expect(error).toEqual(new DeliveryError("RangeError: [hidden]: [hidden]"))
    expect(JSON.stringify(error)).not.toContain(TO)
  })

  it("gives up on a provider that hangs, and stands its late failure", async () => {
    let late: (error: Error) => void = () => undefined
    const service = new Notifications(
      () => new Promise((_resolve, reject) => (late = reject))
    )
    const { container } = storeOf(given(service))
    const error = await failureOf(deliverMessage(container, MESSAGE))
    expect(error).toEqual(
      new DeliveryError("no answer in 0.05 s (delivery.timeout_seconds)")
    )
    late(new Error("too late"))
    await new Promise(setImmediate)
    expect(service.rows).toEqual([])
  })

  it("does not fail for a message that was sent and could not be recorded", async () => {
    const service = new Notifications(
      () => Promise.resolve({}),
      () => Promise.reject(new Error(`no connection for ${TO}`))
    )
    const { container, warnings } = storeOf(given(service))
    await deliverMessage(container, MESSAGE)
    expect(warnings).toEqual([
      "customer-registration: a message was sent, but Medusa could not record it: Error: no connection for [hidden]",
    ])
  })

  it("does not wait for who records a message that was sent, as Medusa does on a Redis that is away", async () => {
    const service = new Notifications(
      () => Promise.resolve({}),
      () => new Promise(() => undefined)
    )
    const { container, warnings } = storeOf(given(service))
    await deliverMessage(container, MESSAGE)
    expect(warnings).toEqual([
      "customer-registration: a message was sent, but Medusa could not record it: no answer in 0.05 s (delivery.timeout_seconds)",
    ])
  })

  it("sends nothing to a test contact, in whatever letter case, until it is past its date", async () => {
    const service = new Notifications(() => Promise.resolve({ id: "sent" }))
    const { container } = storeOf(given(service))
    const outcomes = await Promise.all(
      ["Reviewer@Example.com", "former@example.com"].map((to) =>
        deliverMessage(container, { ...MESSAGE, to })
      )
    )
    expect(outcomes).toEqual([{ by: "nobody" }, { by: "provider", id: "sent" }])
    expect(service.rows).toMatchObject([{ to: "former@example.com" }])
  })

  it("says that a provider answered without an id", async () => {
    const service = new Notifications(() => Promise.resolve(undefined))
    const { container } = storeOf(given(service))
    expect(await deliverMessage(container, MESSAGE)).toEqual({
      by: "provider",
      id: undefined,
    })
  })
})
