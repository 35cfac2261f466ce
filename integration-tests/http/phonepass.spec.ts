import { useStore } from "../helpers/use-store"
import { phonepassIdentities } from "./phonepass/identities"
import { phonepassPasswords } from "./phonepass/passwords"

describe("phonepass in a store that registers by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      phone: { default_country: "US" },
      phone_verification: { autoSendOnRegistration: true },
    },
  })

  phonepassPasswords(store)
  phonepassIdentities(store)
})
