import type { MedusaContainer } from "@medusajs/framework/types"
import type { Contact } from "../contact"
import { CODE_ALPHABETS } from "../options"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { messageWith } from "./deliver-code"
import { deliverMessage, type Outcome } from "./deliver-message"

/** What became of a test message. */
export type TestSend = {
  outcome: Outcome
  /** What the message says. It is good for nothing. */
  code: string
  /** The fields of `content` that were read until the provider answered; nothing where its own template is used. */
  read?: string[]
  seconds: number
}

/**
 * Sends a message with a code that opens nothing, on the way of every code: the same template, the same provider, the same time
 * limit. It spends no limit.
 *
 * @param destination in its normal form
 * @throws DeliveryError
 * @example const { read } = await sendTestCode(container, "phone", "+12133734253", "sms")
 */
export async function sendTestCode(
  container: MedusaContainer,
  contact: Contact,
  destination: string,
  channel: string
): Promise<TestSend> {
  const { otpCharset, otpLength } = container
    .resolve(CUSTOMER_REGISTRATION_MODULE)
    .getOptions()
  const code = CODE_ALPHABETS[otpCharset].slice(-otpLength)
  const purpose = `${contact}_verification` as const
  const delivery = { purpose, contact, destination, channel, code }
  const message = messageWith(container, delivery)
  const { content, read } = watch(message.content)
  const start = performance.now()
  const outcome = await deliverMessage(container, { ...message, content })
  const seconds = (performance.now() - start) / 1000
  return { outcome, code, seconds, ...(content && { read: [...read] }) }
}

/** The same object, with a note of what is read of it. */
function watch<T extends object | null | undefined>(object: T) {
  const read = new Set<string>()
  const properties = Object.entries(object ?? {}).map(
    ([name, value]): [string, PropertyDescriptor] => [
      name,
      {
        enumerable: true,
        get: () => {
          read.add(name)
          return value as unknown
        },
      },
    ]
  )
  const content =
    object && Object.defineProperties({}, Object.fromEntries(properties))
  return { content: content as T, read }
}
