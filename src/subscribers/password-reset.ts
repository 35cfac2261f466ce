import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import jwt from "jsonwebtoken"
import { z } from "zod"
import { secret, sendPasswordResetWorkflow } from "../workflows"

const resetOfCustomer = z.object({
  entity_id: z.string(),
  actor_type: z.literal("customer"),
  token: z.string(),
})

const tokenOfEmailpass = z.object({ provider: z.literal("emailpass") })

/** Mails the reset link. The event also fires for admin users and for other providers: those are not ours. */
export default async function passwordReset({
  event,
  container,
}: SubscriberArgs): Promise<void> {
  const { data } = resetOfCustomer.safeParse(event.data)
  if (!data || !tokenOfEmailpass.safeParse(jwt.decode(data.token)).success) {
    return
  }
  await sendPasswordResetWorkflow(container).run({
    input: { email: data.entity_id, token: secret(data.token) },
  })
}

export const config: SubscriberConfig = { event: "auth.password_reset" }
