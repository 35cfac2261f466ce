import { useStore } from "../helpers/use-store"
import { loginGate } from "./by-both/login-gate"
import { registrationByBoth } from "./by-both/registration"
import { simultaneousRegistrations } from "./by-both/simultaneous-registrations"
import { undoneWorkflows } from "./by-both/undone-workflows"

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
  undoneWorkflows(store)
  loginGate(store)
})
