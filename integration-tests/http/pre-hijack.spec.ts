import { useStore } from "../helpers/use-store"
import { preparedAccounts } from "./pre-hijack/accounts"
import { leftovers, trojanRecoveries } from "./pre-hijack/leftovers"
import {
  racedProofs,
  racedRegistrations,
  simultaneousProofs,
} from "./pre-hijack/races"

describe("Pre-hijacking in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      login: { methods: ["password", "code"] },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
    },
  })

  preparedAccounts(store)
  leftovers(store)
  racedProofs(store)
  simultaneousProofs(store)
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

describe("Pre-hijacking in a store whose emailpass overwrites passwords, as Medusa's does up to 2.21.0", () => {
  const store = useStore({
    env: { EMAILPASS: "overwriting" },
    options: {
      registration: { identifier: "email" },
      login: { methods: ["password", "code"], code_registration: true },
      email_verification: { resendThrottleSeconds: 0 },
    },
  })

  racedProofs(
    store,
    ({ provider, route }) => provider === "emailpass" && route === "/register"
  )
  racedRegistrations(store)
})
