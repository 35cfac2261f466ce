import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { parseResetEvent } from "../medusa/reset-event"
import { secret, sendPasswordResetWorkflow } from "../workflows/internal"

/** Mails the link to set a new password, when a customer has asked Medusa for a reset. */
export default async function passwordReset({
  event,
  container,
}: SubscriberArgs): Promise<void> {
  const reset = parseResetEvent(event.data)
  if (reset) {
    await sendPasswordResetWorkflow(container).run({
      input: { ...reset, token: secret(reset.token) },
    })
  }
}

export const config: SubscriberConfig = { event: "auth.password_reset" }
