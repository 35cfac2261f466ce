import { useStore } from "../helpers/use-store"
import { badBodies } from "./registration/bad-bodies"
import { registrationByBoth } from "./registration/by-both"
import { registrationByEmail } from "./registration/by-email"
import { refusedRegistrationsByEmail } from "./registration/by-email-refused"
import { registrationByPhone } from "./registration/by-phone"
import { refusedRegistrationsByPhone } from "./registration/by-phone-refused"
import { simultaneousRegistrations } from "./registration/simultaneous"
import { undoneRegistrations } from "./registration/undone"

describe("Registration in a store without options of the plugin", () => {
  const store = useStore()

  registrationByEmail(store)
  refusedRegistrationsByEmail(store)
  badBodies(store)
})

describe("Registration in a store that registers by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      phone: { default_country: "US" },
      phone_verification: { autoSendOnRegistration: true },
    },
  })

  registrationByPhone(store)
  refusedRegistrationsByPhone(store)
})

describe("Registration in a store that registers by e-mail and phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      phone: { default_country: "US" },
      email_verification: { autoSendOnRegistration: true },
      phone_verification: { autoSendOnRegistration: true },
    },
  })

  registrationByBoth(store)
  simultaneousRegistrations(store)
  undoneRegistrations(store)
})
