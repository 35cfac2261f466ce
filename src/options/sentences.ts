/** What USAGE.md says of an option. */
type Sentence = {
  values: string
  /** In words, where the schema has none. */
  default?: string
  /** What is in the block has no rows of its own. */
  whole?: true
}

/** By the paths of the options. */
export const OPTION_SENTENCES: Record<string, Sentence> = {
  storefrontUrl: {
    values:
      "an absolute http(s) URL; the link in reset mails and the host in text messages",
    default: "the first plain origin of `http.storeCors`",
  },
  "registration.identifier": {
    values:
      '`"email"`, `"phone"` or `"both"`: which contacts a customer registers with',
  },
  "registration.require_verification": {
    values: "whether a login needs its contact proven",
  },
  "login.identifier": {
    values: "which contacts a customer logs in with",
    default: "as `registration.identifier`",
  },
  "login.methods": {
    values:
      '`"password"`, `"code"` or both: how a customer logs in, see [Logging in with a code](#logging-in-with-a-code)',
  },
  "login.code_registration": {
    values:
      "whether the first code of a contact that no account has registers a customer; where `registration.identifier` is one contact",
  },
  otpLength: { values: "4 to 10" },
  otpCharset: {
    values:
      '`"numeric"` or `"alphanumeric"` (no 0 O 1 I L; typed in any letter case)',
  },
  otpExpiryMinutes: {
    values: "1 to 1440. NIST SP 800-63B-4 asks for at most 10 by SMS",
  },
  maxAttempts: { values: "1 to 10 guesses a code" },
  email_verification: {
    values:
      "`{ channel, template, subject, resendThrottleSeconds, autoSendOnRegistration }`",
    default: "see below",
  },
  "email_verification.channel": {
    values: "a channel that a notification provider of yours serves",
  },
  "email_verification.template": {
    values: "see [Messages](#messages)",
    default: "the plugin's own mail",
  },
  "email_verification.subject": {
    values: "",
    default: '`"Your verification code"`',
  },
  "email_verification.resendThrottleSeconds": {
    values: "0 to 86400 seconds between two codes",
  },
  "email_verification.autoSendOnRegistration": {
    values: "send the code as part of `POST /store/customers`",
  },
  phone_verification: {
    values:
      "`{ channel, template, resendThrottleSeconds, autoSendOnRegistration }`",
    default: "see below",
  },
  "phone_verification.channel": { values: "" },
  "phone_verification.template": {
    values: "",
    default: "the plugin's own text",
  },
  "phone_verification.resendThrottleSeconds": { values: "0 to 86400" },
  "phone_verification.autoSendOnRegistration": { values: "" },
  password_reset: {
    values:
      "`{ template, subject }`, or `false` if your store sends this mail itself",
    default: "the plugin's own mail",
  },
  "password_reset.template": { values: "", default: "required in the block" },
  "password_reset.subject": { values: "", default: '`"Reset your password"`' },
  "phone.default_country": {
    values:
      'an ISO 3166 code such as `"DE"`; without it only international numbers are taken',
    default: "none",
  },
  "phone.allowed_countries": {
    values: "a list of ISO 3166 codes",
    default: "all",
  },
  "password.min_length": { values: "1 to 64 characters of a new password" },
  "password.refuse_common": { values: "refuse the most common passwords" },
  "limits.per_destination_hour": {
    values:
      "codes to one e-mail or phone in any hour, or `false`; strangers and the owner each, see [Limits](#limits)",
  },
  "limits.per_destination_day": { values: "in any 24 hours, or `false`" },
  "limits.per_ip_hour": {
    values: "codes one client IP may ask for in an hour",
  },
  "limits.sms_per_day": {
    values:
      "text messages of the whole store in 24 hours, or `false`; the log warns at 80 % and when they are used up",
  },
  "limits.failures_per_day": {
    values:
      "wrong codes of one customer and purpose in any 24 hours, or `false`",
  },
  "limits.logins_per_day": {
    values:
      "wrong passwords for one e-mail or phone in any 24 hours, or `false`",
  },
  "delivery.timeout_seconds": {
    values:
      "1 to 60 seconds that a notification provider has for a message; one that takes longer has failed",
  },
  "contact_change.undo_hours": {
    values:
      "hours in which the old contact may undo a contact change, 0 to 720; 0: never",
  },
  "messages.default_locale": {
    values:
      "the language of messages to people who want none that the store has",
  },
  "messages.locales": {
    values: "the only languages of messages, `default_locale` among them",
    default: "all",
  },
  "messages.languages": {
    values:
      "JSON files with sentences of your own, by language tag, see [docs/messages.md](docs/messages.md)",
  },
  "messages.templates.verification": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.login": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.account_deletion_request": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.account_deletion_cancel": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.password_reset": {
    values: "`{ email: { template, subject } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.contact_changed": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.contact_restored": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.contact_taken_off": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.account_deletion_confirmed": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.account_deletion_cancelled": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  "messages.templates.account_deletion_completed": {
    values: "`{ email: { template, subject }, sms: { template } }`",
    default: "the plugin's own",
    whole: true,
  },
  test_contacts: {
    values:
      "`[{ contact, code, valid_until }]`: contacts with a fixed code, see [docs/development.md](docs/development.md)",
  },
  "sessions.revoke": {
    values:
      "whether a change of password or contact, a recovery and an erasure end the sessions, see [Sessions](#sessions)",
  },
  account_deletion_request: {
    values:
      "`{ template, subject, scheduled_days }`: the mail with the code that confirms a deletion",
    default: "see below",
  },
  "account_deletion_request.template": {
    values: "see [Messages](#messages)",
    default: "the plugin's own mail",
  },
  "account_deletion_request.subject": {
    values: "",
    default: '`"Confirm the deletion of your account"`',
  },
  "account_deletion_request.scheduled_days": {
    values: "0 to 365 days between the confirmation and the deletion",
  },
  account_deletion_cancel: {
    values:
      "`{ template, subject }`: the mail with the code that cancels a deletion",
    default: "see below",
  },
  "account_deletion_cancel.template": {
    values: "",
    default: "the plugin's own mail",
  },
  "account_deletion_cancel.subject": {
    values: "",
    default: '`"Keep your account"`',
  },
  "cleanup.unverified_account_days": {
    values:
      "days after which an account that never verified a contact and never ordered is erased, see [Clean-up](#clean-up)",
  },
}
