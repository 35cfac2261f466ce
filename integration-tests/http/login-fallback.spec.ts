import { useStore } from "../helpers/use-store"
import { secondLogin } from "./login-fallback/second-login"
import { loginSpelling } from "./login-fallback/spelling"

describe("The login fallbacks in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
    },
    phonepass: { cost: 12 },
  })

  loginSpelling(store)
  secondLogin(store)
})
