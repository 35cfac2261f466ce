import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { appendFileSync } from "node:fs"

/** Lets a spec see every event the store emitted, in the order they came. */
export default async function recordEvents({ event }: SubscriberArgs) {
  if (!process.env.EVENTS_FILE) {
    return
  }
  const { name, data, metadata } = event
  // Two writes at once could end in the other order.
  appendFileSync(
    process.env.EVENTS_FILE,
    `${JSON.stringify({ name, data, metadata })}\n`
  )
}

export const config: SubscriberConfig = { event: "*" }
