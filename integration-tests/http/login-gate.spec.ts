import { useStore } from "../helpers/use-store"
import { gatedLogins } from "./login-gate/logins"
import { medusaVerification } from "./login-gate/medusa-verification"
import { loginsWithMfa } from "./login-gate/mfa"
import { otherActors } from "./login-gate/other-actors"
import { gatedTokens } from "./login-gate/tokens"
import { verificationOff } from "./login-gate/verification-off"

describe("The login gate in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      phone: { default_country: "US" },
      email_verification: { autoSendOnRegistration: true },
      phone_verification: { autoSendOnRegistration: true },
    },
  })

  gatedLogins(store)
  gatedTokens(store)
  loginsWithMfa(store)
  otherActors(store)
})

describe("The login gate in a store that also requires Medusa's own verification", () => {
  const store = useStore({
    http: {
      authVerificationsPerActor: {
        customer: [{ auth_provider: "emailpass", entity_type: "email" }],
      },
    },
  })

  medusaVerification(store)
})

describe("The login gate in a store that requires no verification", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone", require_verification: false },
    },
    phonepass: { cost: 12 },
  })

  verificationOff(store)
})
