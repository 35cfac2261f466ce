import type { MedusaContainer } from "@medusajs/framework/types"
import NotificationModule from "@medusajs/medusa/notification"
import type { NotificationRow } from "../notification-rows"
import { isServed, sendNotification } from "../notifications"

const COLUMNS =
  "id to channel template data trigger_type receiver_id provider_id external_id status from provider_data resource_id resource_type original_notification_id idempotency_key created_at updated_at deleted_at".split(
    " "
  )
const MESSAGE = {
  to: "+12133734253",
  channel: "sms",
  template: "t",
  content: { text: "482917" },
}

/** A connection on which no INSERT of a row to "bad" succeeds; each takes a moment. */
class Connection {
  readonly inserts: NotificationRow[][] = []
  columnsRead = 0

  constructor(private readonly columns = COLUMNS) {}

  async raw(sql: string, [rows]: [string?]): Promise<{ rows: object[] }> {
    await new Promise(setImmediate)
    if (!rows) {
      this.columnsRead += 1
      return { rows: this.columns.map((name) => ({ name })) }
    }
    expect(sql).not.toContain("482917")
    const all = JSON.parse(rows) as NotificationRow[]
    this.inserts.push(all)
    if (all.some(({ to }) => to === "bad")) {
      throw new Error("a bad row")
    }
    return { rows: [] }
  }
}

const provided = {
  getProviderForChannels: (channel: string) =>
    Promise.resolve(channel === "sms" ? { id: "p" } : undefined),
  send: (_provider: object, { to }: { to: string }) =>
    to === "refused"
      ? Promise.reject(new Error("refused"))
      : Promise.resolve({ id: `sent to ${to}` }),
}

/** Medusa's own service, or one with methods of the store's own. */
function serviceOf(more: object = {}, providers: object = provided): object {
  return Object.assign(
    Object.create(NotificationModule.service.prototype as object) as object,
    { notificationProviderService_: providers, ...more }
  )
}

function storeOf(service: object, connection = new Connection()) {
  const events: object[] = []
  const registered: Record<string, unknown> = {
    notification: service,
    __pg_connection__: connection,
    event_bus: { emit: (all: object[]) => events.push(...all) },
  }
  const container = {
    resolve: (name: string) => registered[name],
  } as unknown as MedusaContainer
  const send = (to = MESSAGE.to) =>
    sendNotification(container, { ...MESSAGE, to }, (work) => work())
  return { container, connection, events, send }
}

const written = ({ inserts }: Connection) =>
  inserts.map((rows) => rows.map(({ to, status }) => `${to}: ${status}`))

describe("A message where Medusa's module and table are known", () => {
  it("goes to the provider, and its row and events are those of Medusa", async () => {
    const { send, connection, events } = storeOf(serviceOf())
    await send()
    const id = expect.stringMatching(/^noti_/) as string
    expect(connection.inserts).toEqual([
      [
        {
          id,
          to: MESSAGE.to,
          channel: "sms",
          template: "t",
          provider_id: "p",
          external_id: `sent to ${MESSAGE.to}`,
          status: "success",
        },
      ],
    ])
    expect(events).toMatchObject([
      { name: "notification.notification.created", data: { id } },
      { name: "notification.notification.updated", data: { id } },
    ])
  })

  it("that fails is recorded as a failure, without an event", async () => {
    const { send, connection, events } = storeOf(serviceOf())
    await expect(send("refused")).rejects.toThrow("refused")
    expect(written(connection)).toEqual([["refused: failure"]])
    expect(events).toEqual([])
  })

  it("is written together with those that come while an INSERT is under way", async () => {
    const { send, connection } = storeOf(serviceOf())
    await send("first")
    const all = Array.from({ length: 20 }, (_, nth) => send(`${nth}`))
    await Promise.all(all)
    expect(connection.inserts.flat()).toHaveLength(21)
    expect(connection.inserts.length).toBeLessThan(10)
    expect(connection.columnsRead).toBe(1)
  })

  it("is written alone where a row beside it is bad, which alone fails", async () => {
    const { send, connection, events } = storeOf(serviceOf())
    await send("first")
    const outcomes = await Promise.allSettled(
      ["good", "bad", "other"].map((to) => send(to))
    )
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ])
    expect(written(connection)).toEqual(
      expect.arrayContaining([["good: success"], ["other: success"]])
    )
    expect(events).toHaveLength(6)
  })
})

describe("A message goes through createNotifications", () => {
  const created: object[] = []
  const createNotifications = (data: object) =>
    Promise.resolve(created.push(data))
  beforeEach(() => created.splice(0))
  afterEach(() => jest.restoreAllMocks())

  it("of a store's own", async () => {
    const { send, connection } = storeOf(serviceOf({ createNotifications }))
    await send()
    expect(created).toEqual([MESSAGE])
    expect(connection.inserts).toEqual([])
  })

  it.each([
    ["has a column more", [...COLUMNS, "sealed"]],
    ["lacks one", COLUMNS.filter((name) => name !== "status")],
  ])("where the table %s", async (_case, columns) => {
    jest
      .spyOn(NotificationModule.service.prototype, "createNotifications")
      .mockImplementation(createNotifications as never)
    const connection = new Connection(columns)
    await storeOf(serviceOf(), connection).send()
    expect(created).toEqual([MESSAGE])
    expect(connection.inserts).toEqual([])
  })

  it.each([
    ["no providers", undefined],
    ["providers that are asked otherwise", { deliver: () => undefined }],
  ])("in one call where the service has %s", async (_case, providers) => {
    const { send, container, connection } = storeOf({
      createNotifications,
      notificationProviderService_: providers,
    })
    expect(await isServed(container, "pigeon")).toBe(true)
    await send()
    expect(created).toEqual([MESSAGE])
    expect(connection.inserts).toEqual([])
  })
})
