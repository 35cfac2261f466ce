import type {
  CreateNotificationDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * What Medusa's notification module does beyond its types. Its service has another one find a provider and send; what
 * that one throws is kept as text alone, and a provider that answers nothing makes it fail.
 */
type Providers = {
  getProviderForChannels(channel: string): Promise<object | undefined>
  send(provider: object, notification: object): Promise<object | undefined>
}

function providersOf(container: MedusaContainer): Providers {
  const notifications = container.resolve(
    Modules.NOTIFICATION
  ) as unknown as Record<"notificationProviderService_", Providers>
  return notifications.notificationProviderService_
}

/**
 * Whether a provider of the store serves a channel.
 *
 * @example await isServed(container, "sms")
 */
export async function isServed(
  container: MedusaContainer,
  channel: string
): Promise<boolean> {
  return Boolean(await providersOf(container).getProviderForChannels(channel))
}

/** Calls the provider; gets its own error. */
export type Send = () => Promise<object | undefined>

/**
 * Sends a message through Medusa's notification module, and the call of the provider through a function of ours. When
 * that one gives up, Medusa records the failure; what the provider does afterwards is not recorded, so that a late
 * answer puts no contact back into a row that was scrubbed meanwhile.
 *
 * @param around calls the provider
 * @throws Error as the notification module does
 * @example await sendNotification(container, { to, channel, template }, (send) => send())
 */
export async function sendNotification(
  container: MedusaContainer,
  notification: CreateNotificationDTO,
  around: (send: Send) => Promise<object | undefined>
): Promise<void> {
  const providers = providersOf(container)
  const send: Providers["send"] = async (provider, data) =>
    (await around(() => providers.send(provider, data))) ?? {}
  const notifications = container.resolve(Modules.NOTIFICATION)
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
  await watched.createNotifications(notification)
}
