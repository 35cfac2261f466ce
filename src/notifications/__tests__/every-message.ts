import {
  accountDeletionMessage,
  CODE_USES,
  codeMessage,
  contactChangedMessage,
  contactRestoredMessage,
  contactTakenOffMessage,
  passwordResetMessage,
} from ".."
import type { Contact } from "../../contact"
import type { Language } from "../language"
import type { MessageContent } from "../text"

export const MASKED_PHONE = "+12*******53"
export const MASKED_EMAIL = "j***@example.com"
export const CODE = "482917"

const SHOP = "https://shop.example.com"
const UNDO = `${SHOP}/undo-contact-change?token=${"t".repeat(43)}`
const EVENTS = ["confirmed", "cancelled", "completed"] as const

/** Every message of a language as it is with usual values, by its name. */
export function everyMessage(
  language: Language,
  contact: Contact
): Record<string, MessageContent> {
  const style = { language, contact, storefront_url: SHOP }
  const change = { ...style, masked_value: MASKED_PHONE, reached: contact }
  const undo = { url: UNDO, hours: 72 }
  return {
    ...Object.fromEntries(
      CODE_USES.map((use) => [
        `${use}`,
        codeMessage({ ...style, use, code: CODE, expires_in_minutes: 15 }),
      ])
    ),
    ...(contact === "email" && {
      password_reset: passwordResetMessage({
        ...style,
        reset_url: `${SHOP}/reset-password?token=t`,
        email: "jane@example.com",
        expires_in_minutes: 15,
      }),
    }),
    contact_changed: contactChangedMessage({ ...change, contact: "phone" }),
    "contact_changed, with a link": contactChangedMessage({
      ...change,
      contact: "phone",
      undo,
    }),
    "contact_changed, added": contactChangedMessage({
      ...change,
      contact: "phone",
      added: true,
    }),
    contact_restored: contactRestoredMessage(style),
    contact_taken_off: contactTakenOffMessage({ ...change, contact: "phone" }),
    ...Object.fromEntries(
      EVENTS.map((event) => [
        `account_deletion_${event}`,
        accountDeletionMessage({
          ...style,
          event,
          scheduled_at: new Date("2026-12-24T14:05:00Z"),
        }),
      ])
    ),
  }
}
