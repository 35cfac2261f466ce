import { useStore } from "../helpers/use-store"
import { preparedAccounts } from "./pre-hijack/accounts"
import { leftovers, trojanRecoveries } from "./pre-hijack/leftovers"

describe("Pre-hijacking in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
    },
  })

  preparedAccounts(store)
  leftovers(store)
})

describe("Pre-hijacking in a store with logins by e-mail that sends codes to phones", () => {
  const store = useStore({
    options: {
      registration: { identifier: "email" },
      login: { methods: ["password", "code"] },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
    },
  })

  trojanRecoveries(store)
})

describe("Pre-hijacking in a store that asks for no verification", () => {
  const store = useStore({
    options: {
      registration: { identifier: "email", require_verification: false },
      login: { methods: ["password", "code"] },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
    },
  })

  trojanRecoveries(store)
})
