import { freshPhone, registerCustomer } from "../helpers/fixtures"
import { send } from "../helpers/otp"
import type { Store, StoreEvent } from "../helpers/store"
import { waitFor } from "../helpers/wait-for"
import { assumption, probe } from "./assumption"
import { medusa } from "./medusas"

const NOTIFICATIONS = "src/medusa/notifications.ts"
const ROWS = "src/medusa/notification-rows.ts"

type Row = Record<string, unknown> & { id: string }

const UNSET = {
  resource_id: null,
  resource_type: null,
  original_notification_id: null,
  idempotency_key: null,
  deleted_at: null,
}

const ofItsOwn = {
  id: expect.stringMatching(/^noti_[0-9A-HJKMNP-TV-Z]{26}$/) as string,
  external_id: expect.any(String) as string,
  created_at: expect.any(String) as string,
  updated_at: expect.any(String) as string,
}

/** The events that tell of a notification, as they were emitted. */
function eventsOf(store: Store, id: string): StoreEvent[] {
  return store.events().filter(({ data }) => data.id === id)
}

/** Newer event buses add times. */
const untimed = ({ name, data, metadata = {} }: StoreEvent) => {
  const { created_at: _, published_at: __, ...rest } = metadata
  return { name, data, metadata: rest }
}

const twoEvents = (id: string) =>
  ["created", "updated"].map((action) => ({
    name: `notification.notification.${action}`,
    data: { id },
    metadata: { source: "notification", object: "notification", action },
  }))

const emittedFor = (store: Store, id: string) =>
  waitFor("the events of the notification", () => {
    const events = eventsOf(store, id)
    return events.length > 1 ? events.map(untimed) : undefined
  })

/** What we do in place of createNotifications, and what that does. */
export function notifications(store: Store) {
  assumption(
    "29g",
    "Medusa's notification service is of the class that Medusa exports, and its providers send without storing anything",
    NOTIFICATIONS,
    async () => {
      expect(await probe(store, "notificationService")).toEqual({
        isMedusas: true,
        ownMethods: [],
        provider: { id: "outbox", is_enabled: true },
        answer: ["id"],
        rows: 0,
      })
    }
  )

  assumption(
    "29h",
    "Medusa stores a message without its content, under an id noti_, with its outcome and the provider's id, and no other column",
    ROWS,
    async () => {
      const row = (await probe(store, "storedNotification")) as Row
      const newer = medusa.name === "current"

      expect(row).toEqual({
        ...UNSET,
        ...(newer && { from: null, provider_data: null }),
        ...ofItsOwn,
        to: expect.stringContaining("@example.com"),
        channel: "email",
        template: "stored",
        data: { order: 1 },
        trigger_type: "probe",
        receiver_id: "cus_probe",
        provider_id: "outbox",
        status: "success",
      })
    }
  )

  assumption(
    "29i",
    "Medusa emits that a notification was created and updated once its message is sent, and nothing if it failed",
    NOTIFICATIONS,
    async () => {
      const failed = (await probe(store, "storedNotification", {
        channel: "pigeon",
      })) as Row
      const { id } = (await probe(store, "storedNotification")) as Row

      expect(await emittedFor(store, id)).toEqual(twoEvents(id))
      expect(failed.status).toBe("failure")
      expect(eventsOf(store, failed.id)).toEqual([])
    }
  )
}

/** That the plugin's way leaves what Medusa's leaves. */
export function notificationsWithPlugin(store: Store) {
  it(`a code that the plugin sends leaves the row and the events that createNotifications leaves on Medusa ${medusa.version}`, async () => {
    const to = freshPhone()
    const { customer } = await registerCustomer(store, { phone: to })
    expect((await send(store, customer.id)).status).toBe(200)
    const { rows } = await store.db.query<Row>(
      `select * from notification where "to" = $1`,
      [to]
    )
    const own = JSON.parse(JSON.stringify(rows)) as Row[]

    const medusas = (await probe(store, "storedNotification", {
      to,
      channel: "sms",
      template: "customer-registration/phone_verification",
      trigger_type: "phone_verification",
      receiver_id: customer.id,
    })) as Row

    expect(own).toEqual([{ ...medusas, ...ofItsOwn, data: null }])
    expect(await emittedFor(store, own[0].id)).toEqual(twoEvents(own[0].id))
    // One statement writes it, for both times are its own; Medusa's are of two.
    expect(own[0].updated_at).toBe(own[0].created_at)
    expect(medusas.updated_at).not.toBe(medusas.created_at)
  })
}
