import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  deletionContact,
  deliverNotice,
  noticeContent,
  logFailedDelivery,
  logLimitReached,
} from "../../codes"
import { CONTACT_KINDS, maskContact, type Contact } from "../../contact"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type Proof,
} from "../../modules/customer-registration"
import { OTP_VERIFICATION_MODULE } from "../../modules/otp-verification"
import {
  contactTakenOffMessage,
  contactTakenOffValues,
} from "../../notifications"

/** Those who had only named a contact that somebody else has proven. */
export type Namers = {
  contact: Contact
  masked_value: string
  customer_ids: string[]
}

/**
 * Those who a proof has taken its contact off.
 *
 * @example namersOf(await service.prove(proven)).customer_ids
 */
export function namersOf(proof: Proof): Namers {
  const { customer_id, contact, value, others, pending } = proof
  const ids = [
    ...others.map(({ id }) => id),
    ...pending.map((named) => named.customer_id),
  ]
  return {
    contact,
    masked_value: maskContact(value),
    customer_ids: [...new Set(ids)].filter((id) => id !== customer_id),
  }
}

/** Messages that go out at the same time. */
const AT_ONCE = 10

export const notifyNamersStepId = "notify-namers"

/**
 * Tells those who had only named a contact that it is not on their account any more, at what other contact they have.
 * The step succeeds even if a provider fails. No compensation: it is a last step, and a message cannot be recalled.
 */
export const notifyNamersStep = createStep(
  notifyNamersStepId,
  async (namers: Namers, { container }) => {
    const { customer_ids: ids } = namers
    for (let first = 0; first < ids.length; first += AT_ONCE) {
      const batch = ids.slice(first, first + AT_ONCE)
      await Promise.all(batch.map((id) => notifyNamer(container, id, namers)))
    }
    return new StepResponse()
  }
)

const MESSAGE = "the notice of a contact that somebody else has proven"

async function notifyNamer(
  container: MedusaContainer,
  customerId: string,
  { contact, masked_value }: Namers
): Promise<void> {
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const options = registration.getOptions()
  try {
    const customer = await registration.retrieveContacts(customerId)
    const reached = customer && deletionContact(customer, options)
    if (!reached) {
      return
    }
    const { destination, channel } = reached
    const { text_message } = CONTACT_KINDS[reached.contact]
    // In their own language: somebody else's request has caused it.
    const style = registration
      .getMessages()
      .styleOf("contact_taken_off", reached.contact, customer.locale)
    // Anybody can name a contact, and a stranger's to be told at.
    const allowed = await container
      .resolve(OTP_VERIFICATION_MODULE)
      .takeDelivery({ destination, text_message })
    if (!allowed) {
      logLimitReached(container, MESSAGE)
      return
    }
    await deliverNotice(container, MESSAGE, {
      to: destination,
      channel,
      trigger_type: "contact_taken_off",
      receiver_id: customerId,
      ...noticeContent(
        container,
        "contact_taken_off",
        style,
        { contact, masked_value, reached: reached.contact },
        { message: contactTakenOffMessage, values: contactTakenOffValues }
      ),
    })
  } catch (error) {
    logFailedDelivery(container, MESSAGE, error)
  }
}
