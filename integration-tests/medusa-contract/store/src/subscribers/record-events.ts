import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { appendFile } from "node:fs/promises"

/** Lets a spec see every event the store emitted, in the order they came. */
export default async function recordEvents({ event }: SubscriberArgs) {
  if (!process.env.EVENTS_FILE) {
    return
  }
  const { name, data, metadata } = event
  await appendFile(
    process.env.EVENTS_FILE,
    `${JSON.stringify({ name, data, metadata })}\n`
  )
}

export const config: SubscriberConfig = { event: "*" }
