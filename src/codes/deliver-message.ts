import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  isServed,
  sendNotification,
  type Message,
  type Send,
} from "../medusa/notifications"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { inProduction, testContactOf } from "../options"
import { DeliveryError, describeError, logFailedDelivery } from "./log"
import { printMessage } from "./print-message"

/** What a message is, and what in it is in no log. */
export type OutgoingMessage = Message & {
  /** A code or a token in it; who it goes to is hidden anyway. */
  secret?: string
}

/** What became of a message: a provider sent it, and called it this; the log has it; or it went to a test contact, which gets none. */
export type Outcome =
  { by: "provider"; id?: string } | { by: "log" } | { by: "nobody" }

/**
 * Hands a message to the Notification module: the one place where the plugin does. A provider that takes longer than
 * `delivery.timeout_seconds` has failed; one that answers nothing has sent. Where no provider serves the channel, the
 * message is printed in the log outside production, and counts as delivered. No message goes to a test contact.
 *
 * @throws DeliveryError
 * @example await deliverMessage(container, { to, channel: "sms", template, content, secret: code })
 */
export async function deliverMessage(
  container: MedusaContainer,
  { secret = "", ...message }: OutgoingMessage
): Promise<Outcome> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  if (testContactOf(options, message.to)) {
    return { by: "nobody" }
  }
  const served = isServed(container, message.channel)
  if (await served.catch(masked([message.to, secret]))) {
    const seconds = options.delivery.timeout_seconds
    return await sendInTime(container, message, secret, seconds)
  }
  if (inProduction()) {
    throw new DeliveryError(
      `no notification provider serves the channel "${message.channel}"`
    )
  }
  printMessage(container, message, secret)
  return { by: "log" }
}

const masked = (secrets: string[]) => (error: unknown) => {
  throw new DeliveryError(describeError(error, secrets))
}

async function sendInTime(
  container: MedusaContainer,
  message: Message,
  secret: string,
  seconds: number
): Promise<Outcome> {
  let sent: Outcome | undefined
  let failure: unknown
  let provided = () => {}
  const answered = new Promise<void>((resolve) => {
    provided = resolve
  })
  const around = async (send: Send) => {
    try {
      const answer = await within(seconds, send())
      sent = { by: "provider", id: answer?.id }
      return answer
    } catch (error) {
      failure = error
      throw error
    } finally {
      provided()
    }
  }
  try {
    const recorded = sendNotification(container, message, around)
    // Medusa's own way to record a message waits for the event bus.
    const inTime = answered.then(() => within(seconds, recorded))
    await Promise.race([recorded, inTime])
  } catch (error) {
    const own = failure ?? error
    const reason =
      own instanceof DeliveryError
        ? own.message
        : describeError(own, [message.to, secret])
    if (!sent) {
      throw new DeliveryError(reason)
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `customer-registration: a message was sent, but Medusa could not record it: ${reason}`
      )
  }
  return sent ?? { by: "provider" }
}

/**
 * Delivers a message that nothing depends on: a failure is logged.
 *
 * @param what the message, without any contact
 * @example await deliverNotice(container, "the notice of a changed contact", { to, channel, template, content })
 */
export async function deliverNotice(
  container: MedusaContainer,
  what: string,
  message: OutgoingMessage
): Promise<void> {
  await deliverMessage(container, message).catch((error: unknown) =>
    logFailedDelivery(container, what, error)
  )
}

async function within<Result>(
  seconds: number,
  work: Promise<Result>
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const message = `no answer in ${seconds} s (delivery.timeout_seconds)`
    timer = setTimeout(() => reject(new DeliveryError(message)), seconds * 1000)
  })
  return await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
