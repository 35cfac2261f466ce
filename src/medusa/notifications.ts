import type {
  CreateNotificationDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import NotificationModule from "@medusajs/medusa/notification"
import { emitLater } from "./events"
import { hasKnownColumns, insertNotification } from "./notification-rows"

/** A message; all of it but `content` is kept in its notification. */
export type Message = Pick<
  CreateNotificationDTO,
  | "to"
  | "channel"
  | "template"
  | "content"
  | "data"
  | "trigger_type"
  | "receiver_id"
>

type Answer = { id?: string } | undefined

/** Calls the provider; gets its own error. */
export type Send = () => Promise<Answer>

type Around = (send: Send) => Promise<Answer>

type Provider = { id: string }

/** What Medusa's notification module has another service do: find a provider and send. */
type Providers = {
  getProviderForChannels(channel: string): Promise<Provider | undefined>
  send(provider: Provider, notification: object): Promise<Answer>
}

/**
 * Whether a provider of the store serves a channel, as far as one can tell.
 *
 * @example await isServed(container, "sms")
 */
export async function isServed(
  container: MedusaContainer,
  channel: string
): Promise<boolean> {
  const providers = providersOf(container)
  return !providers || Boolean(await providers.getProviderForChannels(channel))
}

/**
 * Sends a message by the provider of its channel, which a function of ours calls, and records it as a notification, as
 * Medusa's `createNotifications` does. That one writes and reads a notification four times, so it is asked only where
 * Medusa's module or its table is not what we know.
 *
 * What the provider does after that function gave up is not recorded: a late answer puts no contact into a notification
 * that was scrubbed meanwhile.
 *
 * @param around calls the provider
 * @throws Error of the provider, or of who records the message
 * @example await sendNotification(container, { to, channel, template }, (send) => send())
 */
export async function sendNotification(
  container: MedusaContainer,
  message: Message,
  around: Around
): Promise<void> {
  const providers = providersOf(container)
  const provider = await providers?.getProviderForChannels(message.channel)
  if (
    providers &&
    provider &&
    isMedusas(container) &&
    (await hasKnownColumns(container))
  ) {
    const send = (data: object) => around(() => providers.send(provider, data))
    await sendAndRecord(container, message, provider.id, send)
  } else {
    await sendThroughMedusa(container, message, around)
  }
}

const serviceOf = (container: MedusaContainer): object =>
  container.resolve(Modules.NOTIFICATION)

function providersOf(container: MedusaContainer): Providers | undefined {
  const { notificationProviderService_: found } = serviceOf(container) as {
    notificationProviderService_?: Partial<Providers>
  }
  return found?.getProviderForChannels && found.send
    ? (found as Providers)
    : undefined
}

/** Whether messages are sent by Medusa's own `createNotifications`: a store's may do more. */
function isMedusas(container: MedusaContainer): boolean {
  const service = serviceOf(container)
  return (
    Object.getPrototypeOf(service) === NotificationModule.service.prototype &&
    !Object.keys(service).includes("createNotifications")
  )
}

async function sendAndRecord(
  container: MedusaContainer,
  message: Message,
  provider_id: string,
  send: (data: object) => Promise<Answer>
): Promise<void> {
  const id = generateEntityId(undefined, "noti")
  const { content, ...kept } = { id, ...message, provider_id }
  let answer: Answer
  try {
    answer = await send({ ...kept, content })
  } catch (error) {
    await insertNotification(container, { ...kept, status: "failure" })
    throw error
  }
  const external_id = answer?.id
  await insertNotification(container, {
    ...kept,
    external_id,
    status: "success",
  })
  emitStored(container, id)
}

/** The events of Medusa's module for a message that was sent: it stores one before, and updates it after. */
function emitStored(container: MedusaContainer, id: string): void {
  const events = ["created", "updated"].map((action) => ({
    name: `notification.notification.${action}`,
    metadata: { source: "notification", object: "notification", action },
    data: { id },
  }))
  emitLater(container, events, { internal: true })
}

async function sendThroughMedusa(
  container: MedusaContainer,
  message: Message,
  around: Around
): Promise<void> {
  const notifications = container.resolve(Modules.NOTIFICATION)
  const providers = providersOf(container)
  if (!providers) {
    await around(async () => {
      await notifications.createNotifications(message)
      return undefined
    })
    return
  }
  // Medusa fails where a provider answers nothing, and keeps the text alone of what one throws.
  const send: Providers["send"] = async (provider, data) =>
    (await around(() => providers.send(provider, data))) ?? {}
  // A copy that shares all but the call. In a workflow Medusa hands out a proxy, whose methods know the original alone.
  const watched = Object.assign(
    Object.create(Object.getPrototypeOf(notifications) as object) as object,
    notifications,
    {
      notificationProviderService_: Object.create(providers, {
        send: { value: send },
      }) as Providers,
    }
  )
  await watched.createNotifications(message)
}
