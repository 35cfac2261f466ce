import { useStore } from "../helpers/use-store"
import { phonepass } from "./by-phone/phonepass"
import { registrationByPhone } from "./by-phone/registration"

describe("A store that registers by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      phone: { default_country: "US" },
      phone_verification: { autoSendOnRegistration: true },
    },
  })

  registrationByPhone(store)
  phonepass(store)
})
