import { useStore } from "../helpers/use-store"
import { anonymousAnswers } from "./attacks/anonymous-answers"
import { hostileNames } from "./attacks/hostile-names"
import { identityFields } from "./attacks/identity-fields"
import { leavingByPhone } from "./attacks/leaving-by-phone"
import { oddPasswords } from "./attacks/odd-passwords"
import { otherLogins } from "./attacks/other-logins"
import { queryParameters } from "./attacks/query-parameters"
import { resetLinks } from "./attacks/reset-links"
import { speltEmails } from "./attacks/spelt-emails"
import { supersededCodes } from "./attacks/superseded-codes"

describe("Attacks on a store with logins by e-mail and by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      login: { identifier: "both", methods: ["password", "code"] },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
      account_deletion_request: { scheduled_days: 0 },
    },
  })

  supersededCodes(store)
  queryParameters(store)
  anonymousAnswers(store)
  speltEmails(store)
  identityFields(store)
  otherLogins(store)
  resetLinks(store)
  oddPasswords(store)
  hostileNames(store)
  leavingByPhone(store)
})
