import { useStore } from "../helpers/use-store"
import { preparedAccounts } from "./pre-hijack/accounts"
import { leftovers } from "./pre-hijack/leftovers"

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
