import { z } from "zod"
import { lookupForm, parseNewContact, type PhoneRules } from "../contact"
import {
  CODE_ALPHABETS,
  type CodeFormat,
  isCode,
  normalizeCode,
} from "./code-format"

/** Wrong codes of one test contact in any 24 hours, whoever guesses and whatever for. */
export const TEST_GUESSES_PER_DAY = 100

/** The likelihood that guessing may have to find a fixed code before its date. */
const ACCEPTED_RISK = 0.01

const DATE_WANTED =
  "expected a date such as 2026-12-31, after which the contact is an ordinary one"

/** One entry of `test_contacts`, as a store writes it. */
export const testContactSchema = z.strictObject({
  /** An e-mail or a phone, in any spelling. */
  contact: z.string().trim().min(1),
  /** What every code to it is, of the store's `otpLength` and `otpCharset`. */
  code: z.string(),
  /** A day, which counts to its end in UTC, or a moment with its zone (ISO 8601). */
  valid_until: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: DATE_WANTED,
    })
    .transform(
      (text) => new Date(text.length === 10 ? `${text}T23:59:59.999Z` : text)
    ),
})

/** A contact with a fixed code, to which no message goes. */
export type TestContact = z.output<typeof testContactSchema>

type Store = CodeFormat & { test_contacts: TestContact[]; phone: PhoneRules }

/** What is wrong with a test contact: which one, in which field, and what to do. */
export type TestContactFault = {
  nth: number
  field: keyof TestContact
  message: string
}

/**
 * The test contacts of a store in their normal form, and what is wrong with them. A fault names neither contact nor code.
 *
 * @example readTestContacts(options).contacts // [{ contact: "+12133734253", code: "424242", valid_until }]
 */
export function readTestContacts(store: Store): {
  contacts: TestContact[]
  faults: TestContactFault[]
} {
  const faults: TestContactFault[] = []
  const contacts = store.test_contacts.map((given, nth) => {
    const { value, fault } = parseNewContact(
      kindOf(given.contact),
      given.contact,
      store.phone
    )
    if (fault) {
      faults.push({ nth, field: "contact", message: fault })
    }
    if (!isCode(given.code, store)) {
      const { otpLength, otpCharset } = store
      const message = `expected a code as this store's are: otpLength ${otpLength}, otpCharset "${otpCharset}"`
      faults.push({ nth, field: "code", message })
    }
    return {
      ...given,
      contact: value ?? given.contact,
      code: normalizeCode(given.code),
    }
  })
  contacts.forEach(({ contact }, nth) => {
    if (contacts.findIndex((other) => other.contact === contact) < nth) {
      const message = "this contact is there already: give it one code"
      faults.push({ nth, field: "contact", message })
    }
  })
  return { contacts, faults }
}

/**
 * The entry of `test_contacts` that stands for a contact, as long as it is valid.
 *
 * @param destination an e-mail in any letter case, or a phone in E.164
 * @example testContactOf(options, "+12133734253")?.code // "424242"
 */
export function testContactOf(
  { test_contacts }: Pick<Store, "test_contacts">,
  destination: string
): TestContact | undefined {
  // Most stores have none.
  if (!test_contacts.length) {
    return undefined
  }
  const value = lookupForm(kindOf(destination), destination)
  return test_contacts.find(
    ({ contact, valid_until }) =>
      contact === value && valid_until.getTime() > Date.now()
  )
}

/**
 * The days for which a fixed code may be valid. Guesses at it add up, so that each day more of all codes are tried.
 *
 * @example safeDaysOf({ otpLength: 6, otpCharset: "numeric" }) // 100: 10,000 guesses at 1,000,000 codes
 */
export function safeDaysOf({ otpLength, otpCharset }: CodeFormat): number {
  const codes = CODE_ALPHABETS[otpCharset].length ** otpLength
  return (codes * ACCEPTED_RISK) / TEST_GUESSES_PER_DAY
}

function kindOf(value: string): "email" | "phone" {
  return value.includes("@") ? "email" : "phone"
}
