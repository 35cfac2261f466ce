import { useStore } from "../helpers/use-store"
import { registrationByBoth } from "./by-both/registration"
import { simultaneousRegistrations } from "./by-both/simultaneous-registrations"

describe("A store that registers by e-mail and phone", () => {
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
})
