import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { DeliveryError, sendTestCode } from "../codes"
import { maskContact, parseNewContact } from "../contact"
import {
  CUSTOMER_REGISTRATION_MODULE,
  type CustomerRegistrationModuleService,
  type SetupCheck,
} from "../modules/customer-registration"
import {
  CONTACTS,
  inProduction,
  verificationOf,
  type Contact,
} from "../options"
import { judgeTestSend } from "./judge-test-send"
import { parseWords } from "./words"

const NOUNS: Record<Contact, string> = {
  email: "a mail",
  phone: "a text message",
}

/**
 * Says what is right and what is wrong with a store's set-up: what the boot checks, and, with a contact of yours, whether a message
 * gets through to the provider. It ends with status 1 if there is an error. No contact is in what it prints.
 *
 * @example npx medusa exec ./node_modules/customer-registration/.medusa/server/src/scripts/doctor.js email=you@example.com phone=+12133734253
 */
export default async function doctor({
  container,
  args,
}: ExecArgs): Promise<void> {
  const contacts = parseWords(args, {
    email: "string",
    phone: "string",
  })
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const checks = [
    bootCheck(),
    ...registration.checkSetup(),
    ...templateChecks(registration),
  ]
  for (const contact of CONTACTS) {
    checks.push(...(await tryContact(container, contact, contacts[contact])))
  }
  print(checks)
  process.exitCode = checks.some(({ level }) => level === "error") ? 1 : 0
}

// Medusa has booted by now: what stops a boot would have stopped this script, and said why.
function bootCheck(): SetupCheck {
  const as = inProduction()
    ? "as in production"
    : "as outside production; with NODE_ENV=production more is refused"
  return {
    level: "ok",
    says: `the database is migrated, the options and the templates can be read (checked ${as})`,
  }
}

function templateChecks(
  registration: CustomerRegistrationModuleService
): SetupCheck[] {
  const sources = {
    file: "a file of the store",
    provider: `an id of the notification provider, which renders it; Medusa stores the code with the notification`,
  }
  return registration
    .getMessages()
    .ownTemplates()
    .map(({ path, kind }) => ({
      level: "ok",
      says: `${path} is ${sources[kind]}`,
    }))
}

async function tryContact(
  container: MedusaContainer,
  contact: Contact,
  given: boolean | string | undefined
): Promise<SetupCheck[]> {
  const options = container.resolve(CUSTOMER_REGISTRATION_MODULE).getOptions()
  const channel = verificationOf(options, contact)?.channel
  if (!channel) {
    return given === undefined
      ? []
      : [{ level: "error", says: `this store sends no codes by ${contact}` }]
  }
  if (given === undefined) {
    return [
      {
        level: "warning",
        says: `no message was tried on the channel "${channel}"; add ${contact}=<a contact of yours>`,
      },
    ]
  }
  const { value, fault } = parseNewContact(contact, given, options.phone)
  if (fault !== undefined) {
    return [{ level: "error", says: `${contact}=: ${fault}` }]
  }
  const where = `${NOUNS[contact]} on "${channel}" to ${maskContact(value)}`
  try {
    const sent = await sendTestCode(container, contact, value, channel)
    return judgeTestSend(contact, where, sent)
  } catch (error) {
    if (!(error instanceof DeliveryError)) {
      throw error
    }
    return [{ level: "error", says: `${where} failed: ${error.message}` }]
  }
}

// Lines for a person, where the log of a server may be JSON.
function print(checks: SetupCheck[]): void {
  const lines = checks.map(({ level, says }) => `${level.padEnd(9)}${says}`)
  const count = (wanted: SetupCheck["level"]) =>
    checks.filter(({ level }) => level === wanted).length
  const sum = `${count("error")} errors, ${count("warning")} warnings, ${count("ok")} ok`
  process.stdout.write(
    `\ncustomer-registration: doctor\n\n${lines.join("\n")}\n\n${sum}\n`
  )
}
