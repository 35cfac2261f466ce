/** What a code is for, as far as its message says another thing. */
export type CodeUse =
  "verification" | "account_deletion_request" | "account_deletion_cancel"

type Words = {
  /** Subject and headline. */
  subject: string
  /** "Enter this code on shop.example.com …" */
  aim: string
  /** "482917 is your `what` `where` shop.example.com." */
  sms: { what: string; where: string }
  /** For who did not ask. */
  repudiation: string
}

/** What messages with a code say, by what the code is for. */
export const CODE_WORDS: Record<CodeUse, Words> = {
  verification: {
    subject: "Your verification code",
    aim: "to confirm that it is you",
    sms: { what: "verification code", where: "for" },
    repudiation:
      "You did not ask for a code? Then ignore this message: nothing happens without the code.",
  },
  account_deletion_request: {
    subject: "Confirm the deletion of your account",
    aim: "to delete your account",
    sms: { what: "code to delete your account", where: "on" },
    repudiation:
      "You did not ask for this? Then somebody else is logged in to your account: keep the code to yourself and change your password.",
  },
  account_deletion_cancel: {
    subject: "Keep your account",
    aim: "to cancel the deletion of your account",
    sms: { what: "code to keep your account", where: "on" },
    repudiation:
      "You did not ask for a code? Then ignore this message: without the code the deletion stays as it is.",
  },
}
