/**
 * Every sentence of the plugin's messages, in ICU MessageFormat. A sentence of another language may name the values that
 * the English one names; `.sms` ones are for text messages, from which the longest that fits one is put together.
 */
export const en = {
  "duration.minutes": "{minutes, plural, one {# minute} other {# minutes}}",
  "duration.hours": "{hours, plural, one {# hour} other {# hours}}",
  "place.shop": "on {shop_host}",
  "place.unnamed": "in our shop",
  greeting: "Hello,",
  "link.copy": "The button does not work? Then copy this link:",
  "footer.entered":
    "Sent automatically because this address was entered {place}.",
  "footer.account":
    "Sent automatically because this is the address of an account {place}.",
  "footer.former":
    "Sent automatically because this was the address of an account {place}.",

  "code.expiry": "It expires in {duration} and works once.",
  "code.secrecy":
    "Never share this code: nobody from our shop will ever ask you for it.",
  "code.sms.expiry": "It expires in {duration}.",
  "code.sms.secrecy": "Never share it.",

  "verification.subject": "Your verification code",
  "verification.purpose": "Enter this code {place} to confirm that it is you.",
  "verification.repudiation":
    "You did not ask for a code? Then ignore this message: nothing happens without the code.",
  "verification.sms": "{code} is your verification code.",
  "verification.sms.shop": "{code} is your verification code for {shop_host}.",

  "login.subject": "Your login code",
  "login.purpose": "Enter this code {place} to log in.",
  "login.repudiation":
    "You did not try to log in? Then ignore this message: nobody gets in without the code.",
  "login.sms": "{code} is your login code.",
  "login.sms.shop": "{code} is your login code for {shop_host}.",

  "account_deletion_request.subject": "Confirm the deletion of your account",
  "account_deletion_request.purpose":
    "Enter this code {place} to delete your account.",
  "account_deletion_request.repudiation":
    "You did not ask for this? Then somebody else is logged in to your account: keep the code to yourself and change your password.",
  "account_deletion_request.sms": "{code} is your code to delete your account.",
  "account_deletion_request.sms.shop":
    "{code} is your code to delete your account on {shop_host}.",

  "account_deletion_cancel.subject": "Keep your account",
  "account_deletion_cancel.purpose":
    "Enter this code {place} to cancel the deletion of your account.",
  "account_deletion_cancel.repudiation":
    "You did not ask for a code? Then ignore this message: without the code the deletion stays as it is.",
  "account_deletion_cancel.sms": "{code} is your code to keep your account.",
  "account_deletion_cancel.sms.shop":
    "{code} is your code to keep your account on {shop_host}.",

  "password_reset.subject": "Reset your password",
  "password_reset.heading": "Set a new password",
  "password_reset.purpose":
    "Somebody asked to set a new password for your account {place}.",
  "password_reset.invitation": "If it was you, use this link:",
  "password_reset.button": "Set a new password",
  "password_reset.expiry": "It expires in {duration} and works once.",
  "password_reset.repudiation":
    "You did not ask for it? Then ignore this message: your password stays as it is.",

  "contact_changed.subject":
    "Your {contact, select, phone {phone number} other {e-mail address}} was changed",
  "contact_changed.change":
    "The {contact, select, phone {phone number} other {e-mail address}} of your account {place} was changed to {masked_value}.",
  "contact_changed.advice":
    "That was not you? Then somebody else can use your account: contact the shop at once. If you can still log in, change your password too.",
  "contact_changed.undo":
    "That was not you? Then somebody else can use your account. This link {own, select, yes {puts your address back} other {undoes the change}}, ends every login and voids the password; then set a new one. It works once, within {duration}:",
  "contact_changed.button": "Undo the change",
  "contact_changed.calm": "That was you? Then there is nothing to do.",
  "contact_changed.sms":
    "Your {contact, select, phone {phone number} other {e-mail address}} was changed to {masked_value}.",
  "contact_changed.sms.shop":
    "Your {contact, select, phone {phone number} other {e-mail address}} on {shop_host} was changed to {masked_value}.",
  "contact_changed.sms.unnamed":
    "Your {contact, select, phone {phone number} other {e-mail address}} was changed.",
  "contact_changed.sms.short":
    "{contact, select, phone {Number} other {E-mail}} changed.",
  "contact_changed.sms.advice": "Not you? Contact the shop at once.",
  "contact_changed.sms.password": "Then set a new password.",
  "contact_changed.sms.undo": "Not you? Undo it: {undo_url}",
  "contact_changed.sms.undo_short": "Not you? Undo: {undo_url}",

  "contact_added.subject":
    "{contact, select, phone {A phone number} other {An e-mail address}} was added to your account",
  "contact_added.change":
    "The {contact, select, phone {phone number} other {e-mail address}} {masked_value} was added to your account {place}.",
  "contact_added.sms":
    "The {contact, select, phone {phone number} other {e-mail address}} {masked_value} was added to your account.",
  "contact_added.sms.shop":
    "The {contact, select, phone {phone number} other {e-mail address}} {masked_value} was added to your account on {shop_host}.",
  "contact_added.sms.unnamed":
    "{contact, select, phone {A phone number} other {An e-mail address}} was added to your account.",
  "contact_added.sms.short":
    "{contact, select, phone {Number} other {E-mail}} added.",

  "contact_restored.subject": "Your e-mail address was removed from an account",
  "contact_restored.change":
    "The change of an account {place} to this e-mail address was undone by its owner.",
  "contact_restored.effect": "This address opens the account no more.",
  "contact_restored.calm": "Was that wrong? Contact the shop.",
  "contact_restored.sms":
    "The account {place} is no longer by this phone number: the change was undone by its owner. Was that wrong? Contact the shop.",
  "contact_restored.sms.short":
    "The change of an account to this number was undone by its owner.",

  "contact_taken_off.subject":
    "The {contact, select, phone {phone number} other {e-mail address}} of your account was removed",
  "contact_taken_off.change":
    "Your account {place} named the {contact, select, phone {phone number} other {e-mail address}} {masked_value}, which you had not verified. Somebody else has verified it now, so it is not on your account any more.",
  "contact_taken_off.advice":
    "It is yours? Then nobody but you can have read the code that was sent there: contact the shop. Else enter another {contact, select, phone {phone number} other {e-mail address}} in your account, and verify it.",
  "contact_taken_off.sms":
    "The {contact, select, phone {phone number} other {e-mail address}} {masked_value} was removed from your account: somebody else has verified it.",
  "contact_taken_off.sms.shop":
    "The {contact, select, phone {phone number} other {e-mail address}} {masked_value} was removed from your account on {shop_host}: somebody else has verified it.",
  "contact_taken_off.sms.short": "Your account: somebody else has verified it.",

  "account_deletion.when":
    "on {scheduled_at, date, long} at {scheduled_at, time, short} UTC",
  "account_deletion.sms.when":
    "on {scheduled_at, date, long} at {scheduled_at, time, short} UTC",
  "account_deletion.soon": "soon",
  "account_deletion_confirmed.subject": "Your account will be deleted",
  "account_deletion_confirmed.notice":
    "Your account {place} will be deleted {when}. Until then you can still log in.",
  "account_deletion_confirmed.advice":
    "You changed your mind, or it was not you? Cancel the deletion in the shop before that day: you get a code at this address, and need no login.",
  "account_deletion_confirmed.sms":
    "Your account {place} will be deleted {when}. Not you, or changed your mind? Cancel in the shop.",
  "account_deletion_confirmed.sms.short":
    "Your account will be deleted {when}.",
  "account_deletion_cancelled.subject": "Your account stays",
  "account_deletion_cancelled.notice":
    "The deletion of your account {place} was cancelled. Everything is as before.",
  "account_deletion_cancelled.advice":
    "That was not you? Then contact the shop: somebody else can read your messages.",
  "account_deletion_cancelled.sms":
    "The deletion of your account {place} was cancelled. Everything is as before.",
  "account_deletion_cancelled.sms.short":
    "The deletion of your account was cancelled.",
  "account_deletion_completed.subject": "Your account was deleted",
  "account_deletion_completed.notice":
    "Your account {place} was deleted, as you asked. What you ordered stays in the shop's books, as the law requires.",
  "account_deletion_completed.advice":
    "You can sign up again at any time, with the same contact.",
  "account_deletion_completed.sms":
    "Your account {place} was deleted, as you asked.",
  "account_deletion_completed.sms.short": "Your account was deleted.",
}

/** The name of a sentence. */
export type SentenceKey = keyof typeof en

/** The sentences of a language: all of them. */
export type Sentences = Record<SentenceKey, string>
