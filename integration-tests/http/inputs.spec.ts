import { useStore } from "../helpers/use-store"
import { emptyContacts } from "./inputs/empty-contacts"
import { newEmails } from "./inputs/new-emails"
import { newPasswords, passwordsOfPhones } from "./inputs/new-passwords"
import { storedContacts } from "./inputs/stored-contacts"
import { typedCodes } from "./inputs/typed-codes"

const NO_WAIT = { resendThrottleSeconds: 0 }

describe("What people type, in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
      phone: { default_country: "US" },
      limits: { per_destination_hour: false, per_destination_day: false },
    },
  })

  typedCodes(store)
  storedContacts(store)
  passwordsOfPhones(store)
})

describe("What people type, in a store with logins by e-mail", () => {
  const store = useStore({ options: { email_verification: NO_WAIT } })

  emptyContacts(store)
  newEmails(store)
  newPasswords(store)
})
