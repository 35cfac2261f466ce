import type { TestSend } from "../codes"
import type { SetupCheck } from "../modules/customer-registration"
import type { Contact } from "../options"

const CONTRACT = "see docs/providers.md, The provider's contract"

/** What has to be read of a message for it to say anything. */
const BODIES: Record<Contact, string[]> = {
  email: ["html", "text"],
  phone: ["text"],
}

/**
 * What a test message says of the provider of its channel, as far as one can tell from here: whether it answered, with an id, and
 * whether it looked at what it was to send.
 *
 * @param where the channel and the masked contact
 * @example judgeTestSend("phone", 'a text message on "sms" to +12*******53', sent)
 */
export function judgeTestSend(
  contact: Contact,
  where: string,
  { outcome, code, read, seconds }: TestSend
): SetupCheck[] {
  if (outcome.by === "nobody") {
    return [
      {
        level: "warning",
        says: `${where} was not sent: this is one of test_contacts; name another contact of yours`,
      },
    ]
  }
  if (outcome.by === "log") {
    return [
      {
        level: "warning",
        says: `${where} is printed in the log: no notification provider serves the channel`,
      },
    ]
  }
  const ignored = ignoredFault(contact, where, read)
  const wrong = [...ignored, ...answerFault(where, outcome.id)]
  const took = `${where} was handed to the provider, which answered in ${seconds.toFixed(1)} s`
  return [
    ...(ignored.some(({ level }) => level === "error")
      ? []
      : [
          {
            level: "ok" as const,
            says: `${took}. Whether it arrives can not be seen from here: look at it, it must say ${code}`,
          },
        ]),
    ...wrong,
  ]
}

function ignoredFault(
  contact: Contact,
  where: string,
  read: string[] | undefined
): SetupCheck[] {
  // The provider renders its own template.
  if (!read) {
    return []
  }
  const wanted = BODIES[contact]
  if (!wanted.some((name) => read.includes(name))) {
    return [
      {
        level: "error",
        says: `${where} was answered by a provider that has not read content.${wanted.join(" or content.")}: whatever it sent is not the plugin's message; use or write one that honours \`content\` (${CONTRACT})`,
      },
    ]
  }
  return contact === "email" && !read.includes("subject")
    ? [
        {
          level: "warning",
          says: `${where} went to a provider that has not read content.subject: the mail may have none (${CONTRACT})`,
        },
      ]
    : []
}

function answerFault(where: string, id: string | undefined): SetupCheck[] {
  return id
    ? []
    : [
        {
          level: "warning",
          says: `${where} was answered without an id, by which you would find the message at the provider; Medusa's own createNotifications fails if the answer is nothing at all (${CONTRACT})`,
        },
      ]
}
