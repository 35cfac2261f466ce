import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  isServed,
  sendNotification,
  type Message,
  type Send,
} from "../medusa/notifications"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { inProduction } from "../options"
import { DeliveryError, describeError, logFailedDelivery } from "./log"

/** What a message is, and what in it is in no log. */
export type OutgoingMessage = Message & {
  /** A code or a token in it; who it goes to is hidden anyway. */
  secret?: string
}

/**
 * Hands a message to the Notification module: the one place where the plugin does. A provider that takes longer than
 * `delivery.timeout_seconds` has failed; one that answers nothing has sent. Where no provider serves the channel, the
 * message is printed in the log outside production, and counts as delivered.
 *
 * @throws DeliveryError
 * @example await deliverMessage(container, { to, channel: "sms", template, content, secret: code })
 */
export async function deliverMessage(
  container: MedusaContainer,
  { secret = "", ...message }: OutgoingMessage
): Promise<void> {
  const { delivery } = container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getOptions()
  const seconds = delivery.timeout_seconds
  let sent = false
  let failure: unknown
  let provided = () => {}
  const answered = new Promise<void>((resolve) => {
    provided = resolve
  })
  const around = async (send: Send) => {
    try {
      const answer = await within(seconds, send())
      sent = true
      return answer
    } catch (error) {
      failure = error
      throw error
    } finally {
      provided()
    }
  }
  try {
    if (await isServed(container, message.channel)) {
      const recorded = sendNotification(container, message, around)
      // Medusa's own way to record a message waits for the event bus.
      const inTime = answered.then(() => within(seconds, recorded))
      await Promise.race([recorded, inTime])
    } else {
      printMessage(container, message)
    }
  } catch (error) {
    const own = failure ?? error
    const reason =
      own instanceof DeliveryError
        ? own.message
        : describeError(own, [message.to, secret])
    if (!sent) {
      throw new DeliveryError(reason)
    }
    logger(container).warn(
      `customer-registration: a message was sent, but Medusa could not record it: ${reason}`
    )
  }
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

const logger = (container: MedusaContainer) =>
  container.resolve(ContainerRegistrationKeys.LOGGER)

// Development only: the one place where a code may be in a log.
function printMessage(
  container: MedusaContainer,
  { to, channel, template, content, data }: Message
): void {
  const unserved = `no notification provider serves the channel "${channel}"`
  if (inProduction()) {
    throw new DeliveryError(unserved)
  }
  const { subject, text = JSON.stringify({ template, data }) } = content ?? {}
  logger(container).warn(
    `customer-registration: ${unserved}; outside production its messages are printed here. To ${to}: ${[subject, text].filter(Boolean).join("\n")}`
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
