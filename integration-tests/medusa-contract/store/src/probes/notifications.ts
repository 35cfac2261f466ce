import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import NotificationModule from "@medusajs/medusa/notification"
import { freshEmail, type Probe } from "./probe"

type Provider = { id?: unknown; is_enabled?: unknown }

type Providers = {
  getProviderForChannels(channel: string): Promise<Provider | undefined>
  send(provider: object, data: object): Promise<object>
}

const notificationService: Probe = async (container) => {
  const service = container.resolve(Modules.NOTIFICATION)
  const providers = Reflect.get(
    service,
    "notificationProviderService_"
  ) as Providers
  const provider = await providers.getProviderForChannels("email")
  const message = { to: freshEmail(), channel: "email", template: "direct" }
  return {
    isMedusas:
      Object.getPrototypeOf(service) === NotificationModule.service.prototype,
    ownMethods: Object.keys(service).filter((key) => /^create/.test(key)),
    provider: { id: provider?.id, is_enabled: provider?.is_enabled },
    answer: provider && Object.keys(await providers.send(provider, message)),
    rows: (await service.listNotifications({ to: message.to })).length,
  }
}

/** Stores a message the public way; with a channel that no provider serves it fails. */
const storedNotification: Probe = async (container, input) => {
  const message = {
    to: input.to ?? freshEmail(),
    channel: input.channel ?? "email",
    template: input.template ?? "stored",
    content: { subject: "Not stored", text: "Not stored" },
    data: { order: 1 },
    trigger_type: input.trigger_type ?? "probe",
    receiver_id: input.receiver_id ?? "cus_probe",
  }
  await container
    .resolve(Modules.NOTIFICATION)
    .createNotifications(message)
    .catch(() => undefined)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{
      rows: object[]
    }>(`select * from "notification" where "to" = ? order by "id" desc`, [
      message.to,
    ])
  return rows[0]
}

export const notificationProbes = {
  notificationService,
  storedNotification,
} satisfies Record<string, Probe>
