import { z } from "zod"
import { CONTACT_KINDS, type Contact } from "../contact"
import { messagesSchema } from "./messages"
import { testContactSchema } from "./test-contacts"

const count = (min: number, max: number) => z.int().min(min).max(max)
const limit = z.union([z.int().positive(), z.literal(false)], {
  error: "expected a positive integer, or false for no limit",
})
const text = z.string().trim().min(1)
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "expected an ISO 3166 alpha-2 code such as DE")
const webUrl = z.url({
  protocol: /^https?$/,
  error: "expected an absolute http(s) URL",
})
const identifier = z.enum(["email", "phone", "both"])

const verification = (contact: Contact) => ({
  /** Notification channel the code goes out on. */
  channel: text.default(CONTACT_KINDS[contact].channel),
  /** A template file of the store, or a template id of the notification provider. */
  template: text.optional(),
  /** Seconds between two codes for one customer; 0 for no wait. Default 60. */
  resendThrottleSeconds: count(0, 86_400).default(60),
  /** Send the code as part of `POST /store/customers`. Default false. */
  autoSendOnRegistration: z.boolean().default(false),
})

const subject = text.optional()

/**
 * The one schema of the plugin's options: their type, defaults and boot check.
 * Every object is strict, so that a misspelt key is a fault and not a silent default.
 */
export const optionsSchema = z.strictObject({
  /** Origin of the storefront: links in mails, the host of the WebOTP line. Default: first plain origin of `http.storeCors`. */
  storefrontUrl: webUrl.optional(),
  registration: z
    .strictObject({
      /** The contact a customer signs up with. */
      identifier: identifier.default("email"),
      /** Whether a login needs its contact verified. */
      require_verification: z.boolean().default(true),
    })
    .prefault({}),
  login: z
    .strictObject({
      /** The contacts a login accepts. Default: `registration.identifier`. */
      identifier: identifier.optional(),
      /** How customers log in: with a password, with a code that goes to their contact, or as they choose. */
      methods: z
        .array(z.enum(["password", "code"]))
        .min(1, "expected at least one of password and code")
        .refine(
          (methods) => new Set(methods).size === methods.length,
          "expected each method once"
        )
        .default(["password"]),
      /** Whether the first code of a contact that no account has registers a customer. */
      code_registration: z.boolean().default(false),
    })
    .prefault({}),
  /** Characters in a code. */
  otpLength: count(4, 10).default(6),
  /** `alphanumeric` leaves out 0 O 1 I L. */
  otpCharset: z.enum(["numeric", "alphanumeric"]).default("numeric"),
  /** Minutes a code lives. */
  otpExpiryMinutes: count(1, 1440).default(15),
  /** Guesses one code allows. */
  maxAttempts: count(1, 10).default(5),
  /** Codes by e-mail. Present by default where registration or login uses an e-mail. */
  email_verification: z
    .strictObject({ ...verification("email"), subject: text.optional() })
    .optional(),
  /** Codes by SMS. Present by default where registration or login uses a phone. */
  phone_verification: z.strictObject(verification("phone")).optional(),
  /** Mail with the password reset link. Absent, the plugin's own mail goes out; `false`, none does. */
  password_reset: z
    .union([z.strictObject({ template: text, subject }), z.literal(false)], {
      error:
        "expected { template, subject? }, or false if the store sends this mail itself",
    })
    .optional(),
  /** Mail with the code that confirms an account deletion. */
  account_deletion_request: z
    .strictObject({
      template: text.optional(),
      subject,
      /** Days between the confirmation and the deletion. */
      scheduled_days: count(0, 365).default(7),
    })
    .prefault({}),
  /** Mail with the code that cancels an account deletion. */
  account_deletion_cancel: z
    .strictObject({ template: text.optional(), subject })
    .prefault({}),
  cleanup: z
    .strictObject({
      /** Days after which an account that never verified a contact, and never ordered, is erased. Off by default. */
      unverified_account_days: z
        .union([count(1, 3650), z.literal(false)], {
          error: "expected a number of days from 1 to 3650, or false for never",
        })
        .default(false),
    })
    .prefault({}),
  phone: z
    .strictObject({
      /** Country of numbers typed without a country code; without it only international numbers are accepted. */
      default_country: country.optional(),
      /** Countries whose numbers are accepted. Default: all. */
      allowed_countries: z.array(country).min(1).optional(),
    })
    .prefault({}),
  password: z
    .strictObject({
      /** Fewest characters of a new password. Logins with old, shorter ones go on. */
      min_length: count(1, 64).default(8),
      /** Refuse the most common passwords. */
      refuse_common: z.boolean().default(true),
    })
    .prefault({}),
  limits: z
    .strictObject({
      /** Codes sent to one e-mail or phone in any hour. */
      per_destination_hour: limit.default(5),
      /** Codes sent to one e-mail or phone in any 24 hours. */
      per_destination_day: limit.default(10),
      /** Codes one client IP may ask for in an hour. Off: a storefront's own server is often the only client. */
      per_ip_hour: limit.default(false),
      /** Text messages of the whole store in 24 hours. */
      sms_per_day: limit.default(1000),
      /** Wrong codes of one customer and purpose in any 24 hours. */
      failures_per_day: limit.default(20),
      /** Wrong passwords for one e-mail or phone in any 24 hours. */
      logins_per_day: limit.default(100),
    })
    .prefault({}),
  delivery: z
    .strictObject({
      /** Seconds that a notification provider has; one that takes longer has failed. */
      timeout_seconds: count(1, 60).default(10),
    })
    .prefault({}),
  /** Languages and templates of messages. */
  messages: messagesSchema.prefault({}),
  contact_change: z
    .strictObject({
      /** Hours in which the old contact may undo a contact change; 0: never. */
      undo_hours: count(0, 720).default(72),
    })
    .prefault({}),
  sessions: z
    .strictObject({
      /** Whether a change of password or contact, a recovery and an erasure void the customer's older login tokens. */
      revoke: z.boolean().default(true),
    })
    .prefault({}),
  /** Contacts with fixed codes, for CI and app review: no message goes to them, and no limit counts what is sent. */
  test_contacts: z.array(testContactSchema).default([]),
})

/** The options as a store writes them in `medusa-config`: all of them optional. */
export type StoreOptions = z.input<typeof optionsSchema>
