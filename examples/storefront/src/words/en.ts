/** Everything that people read. Another language is another file of this shape, named in languages.ts. */
export const en = {
  contacts: {
    phone: "Phone",
    email: "E-mail",
    phoneLabel: "Phone number",
    emailLabel: "E-mail address",
    country: "Country",
    by: "Use my",
  },
  form: {
    optional: "optional",
    showPassword: "Show the password",
    hidePassword: "Hide the password",
    back: "Back",
    cancel: "Cancel",
    save: "Save",
    goOn: "Continue",
    busy: "One moment …",
    phoneIncomplete: "This number is not complete for the chosen country.",
    emailIncomplete: "An e-mail address looks like name@example.com.",
    required: "Please fill this in.",
    passwordShort: (length: number) => `Use at least ${length} characters.`,
  },
  header: { language: "Language", account: "My account" },
  signUp: {
    title: "Create your account",
    intro: "We send you a code to prove that it is you.",
    introByCode:
      "We send you a code, now and whenever you log in. The password is kept in case the shop asks for one.",
    firstName: "First name",
    lastName: "Last name",
    password: "Password",
    submit: "Create account",
    haveAccount: "You have an account already?",
    logIn: "Log in",
  },
  logIn: {
    title: "Log in",
    password: "Password",
    submit: "Log in",
    byCode: "Log in with a code",
    byCodeIntro: "We send you a code. You need no password.",
    orSignUp: "Log in or sign up",
    orSignUpIntro:
      "We send you a code. If you are new here, it creates your account.",
    byPassword: "Log in with your password",
    forgot: "Forgot your password?",
    noAccount: "New here?",
    signUp: "Create an account",
    cancelDeletion: "Keep an account that is being deleted",
  },
  code: {
    title: "Enter the code",
    sentTo: "We have sent a code to",
    maybeSentTo: "If there is an account, we have sent a code to",
    sentToOther: {
      email:
        "Your e-mail address has to be verified, too. We have sent a code to it.",
      phone:
        "Your phone number has to be verified, too. We have sent a code to it.",
    },
    sentToYou: "We have sent a code to your verified e-mail or phone.",
    label: "Code",
    checked: (length: number) =>
      `It is checked as soon as it has ${length} characters.`,
    submit: "Confirm",
    resend: "Send a new code",
    resendIn: (time: string) => `New code in ${time}`,
    resent: "A new code is on its way. The old one no longer works.",
    sending: "Sending the code …",
  },
  secondStep: {
    title: "Second step",
    intro: "Open your authenticator app and type the code that it shows.",
    label: "Code of the app",
    submit: "Log in",
  },
  account: {
    title: (name?: string | null) => (name ? `Hello, ${name}` : "Your account"),
    loading: "Loading your account …",
    profile: "Name",
    noName: "No name yet",
    edit: "Edit",
    editName: "Edit the name",
    contacts: "About you",
    verified: "Verified",
    notVerified: "Not verified",
    none: "None yet",
    verify: "Verify",
    change: "Change",
    add: "Add",
    security: "Security",
    password: "Password",
    changePassword: "Change the password",
    elsewhere: "Other devices",
    elsewhereText: "Sign out everywhere but here.",
    signOutElsewhere: "Sign out everywhere else",
    signOut: "Sign out",
    leave: "Leave",
    leaveText: "Delete the account and what we know about you.",
    deleteAccount: "Delete the account",
    dismiss: "Close",
  },
  change: {
    phoneTitle: "Change your phone number",
    emailTitle: "Change your e-mail address",
    addPhoneTitle: "Add your phone number",
    addEmailTitle: "Add your e-mail address",
    intro:
      "We send a code to the new one. Nothing changes until you have typed it, and your old contact gets a link to undo it.",
    newPhone: "New phone number",
    newEmail: "New e-mail address",
    submit: "Send the code",
  },
  undo: {
    title: "Undo the change",
    intro:
      "This puts your old contact back, signs out every device and voids the password. You set a new one afterwards.",
    introByCode:
      "This puts your old contact back and signs out every device. You log in with a code afterwards.",
    submit: "Undo the change",
    doneEmail: "Your old e-mail address is back.",
    donePhone: "Your old phone number is back.",
    next: "Set a new password now: whoever made the change may know the old one.",
    recover: "Set a new password",
    nextByCode: "Log in with a code, which goes to your old contact again.",
    broken: "This link is not complete. Open it from the message again.",
  },
  password: {
    title: "Change your password",
    intro: "All other devices are signed out.",
    old: "Old password",
    new: "New password",
    submit: "Change the password",
    strength: "Strength",
    levels: ["Too short", "Weak", "Fair", "Good", "Strong"],
    advice: "Three or four unrelated words are strong and easy to remember.",
  },
  recover: {
    title: "Forgot your password?",
    intro: "We send you a code, and you set a new password with it.",
    submit: "Send the code",
    orLink: "Mail me a link instead",
    linkTitle: "Look into your mailbox",
    linkSent: "If there is an account, we have sent a link to",
    linkWorks: "It works once, for 15 minutes.",
    setPassword: "Set the password",
  },
  reset: {
    title: "Set a new password",
    forEmail: "For the account of",
    submit: "Set the password",
    broken: "This link is not complete. Open it from the mail again.",
    askAgain: "Ask for a new link",
  },
  deletion: {
    title: "Delete the account",
    intro:
      "Your name, contacts and addresses are erased. Orders stay in our books as long as the law asks for it.",
    reason: "Why do you leave us?",
    submit: "Send the code",
    confirm: "Type the code to confirm that the account shall be deleted.",
    doneTitle: "The account will be deleted",
    done: (date: string) =>
      `On ${date}. Until then you can log in, and change your mind.`,
    keep: "Keep the account",
    toAccount: "Back to the account",
  },
  cancelDeletion: {
    title: "Keep your account",
    intro:
      "Name your e-mail or phone: a code stops the deletion. No login is needed.",
    submit: "Send the code",
    doneTitle: "Your account stays",
    done: "The deletion is cancelled. Everything is as before.",
  },
  notices: {
    welcome: "Your account is ready.",
    verified: "Thank you, that is verified.",
    nameSaved: "Your name is saved.",
    contactChanged:
      "Your new contact is saved. All other devices are signed out.",
    passwordChanged:
      "Your new password is set. All other devices are signed out.",
    passwordSet: "Your new password is set. Log in with it.",
    signedOutElsewhere: "All other devices are signed out.",
    signedOut: "You are signed out.",
    sessionEnded:
      "You were signed out, because something about the login has changed. Log in again.",
    loginNeeded: "That is verified. Log in to go on.",
  },
  page: {
    notFound: "There is nothing here",
    notFoundText: "The address may be mistyped.",
    home: "To the first page",
    offlineTitle: "We cannot reach the shop",
    tryAgain: "Try again",
  },
  problems: {
    tryAgainIn: (time: string) => `You can try again in ${time}.`,
    tryAgainNow: "You can try again now.",
  },
  /** By the server's code; `server_unreachable` where nobody answered. What is not here shows the server's own words. */
  errors: {
    server_unreachable:
      "We cannot reach the shop. Check your connection and try again: nothing that you typed is lost.",
    unknown_error:
      "Something went wrong on our side. Please try again in a minute.",
    credentials_invalid:
      "Login or password is wrong. Check both, or set a new password.",
    login_throttled: "Too many wrong passwords. Wait, or set a new password.",
    identity_exists:
      "There is an account with this contact already. Log in, or set a new password.",
    already_registered:
      "There is an account with this contact already. Log in.",
    contact_taken:
      "This contact belongs to another account. Log in there, or use another one.",
    contact_required:
      "The shop needs your phone number and your e-mail address.",
    contact_missing:
      "There is nothing on your account that we could send a code to.",
    already_verified: "This is verified already.",
    invalid_body: "The shop does not accept that. Check what you typed.",
    provider_not_allowed:
      "The shop does not offer this way to log in. Choose the other one.",
    login_method_not_allowed:
      "The shop does not offer this way to log in. Reload the page, and use another one.",
    customer_not_found: "There is no such account any more.",
    customer_gone: "This account was deleted.",
    verification_not_configured:
      "The shop does not verify this kind of contact.",
    password_wrong: "The old password is wrong.",
    password_invalid: "This password cannot be used. Choose another one.",
    password_too_short: "This password is too short. Add a word.",
    password_common:
      "This password is one that attackers try first. Choose another one.",
    password_not_set: "This account has no password: you log in another way.",
    reset_token_invalid:
      "This link was used or has expired. Ask for a new one.",
    account_deletion_scheduled:
      "The deletion is scheduled already. You can still keep the account.",
    account_deletion_not_found:
      "There is no such deletion any more. Ask for it again.",
    account_deletion_not_allowed: "This deletion cannot be changed any more.",
    otp_throttled:
      "Too many codes. Wait a moment before you ask for the next one.",
    otp_delivery_failed: "We could not send the code. Please try again.",
    otp_invalid: "This code is wrong. Check it and type it again.",
    otp_expired: "This code is too old. Send a new one.",
    otp_used: "This code was used already. Send a new one.",
    otp_attempts_exceeded: "Too many wrong codes. Send a new one.",
    otp_token_invalid:
      "This code does not belong to this step. Send a new one.",
    undo_token_invalid:
      "This link does not work. Open it from the message again.",
    undo_expired: "This link is too old. Please contact the shop.",
    undo_used: "This link was used already: your old contact is back.",
    undo_running:
      "The contact is being changed right now. Try again in a minute.",
    session_revocation_disabled:
      "This shop cannot sign you out on other devices.",
    session_revoked: "You were signed out. Log in again.",
    unauthorized: "You are not logged in any more. Log in again.",
    mfa_invalid:
      "This code is wrong or too old. Type the one that the app shows now.",
  },
}

export type Words = typeof en
