import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Message } from "../medusa/notifications"

/**
 * Prints a message that no provider is there for in the server's log, as a block in which code and link are easy to see. For
 * development only: it is the one place where a code may be in a log.
 *
 * @param secret the code or the token in it
 * @example printMessage(container, { to, channel: "sms", template, content }, "482917")
 */
export function printMessage(
  container: MedusaContainer,
  message: Message,
  secret: string
): void {
  const { channel } = message
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `customer-registration: no notification provider serves the channel "${channel}"; outside production its messages are printed here.\n${messageBlock(message, secret)}`
    )
}

/**
 * A message as a block of lines.
 *
 * @param secret the code or the token in it
 * @example messageBlock({ to: "+12133734253", channel: "sms", template, content: { text } }, "482917")
 */
export function messageBlock(
  { to, channel, template, content, data }: Message,
  secret: string
): string {
  const { subject, text = JSON.stringify({ template, data }, null, 2) } =
    content ?? {}
  const link = secret && linkWith(secret, text)
  const head = [
    `To ${to} (${channel})`,
    ...(subject ? [`Subject: ${subject}`] : []),
    ...(link ? [`Link: ${link}`] : []),
    ...(secret && !link ? [`Code: ${secret}`] : []),
  ]
  const body = [...head, "", ...text.trim().split("\n")]
  return ["┌───", ...body.map((line) => `│ ${line}`.trimEnd()), "└───"].join(
    "\n"
  )
}

function linkWith(secret: string, text: string): string | undefined {
  const links = text.match(/https?:\/\/[^\s"<>\\]+/g) ?? []
  return links.find((link) => link.includes(secret))
}
