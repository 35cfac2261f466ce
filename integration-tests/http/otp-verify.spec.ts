import { useStore } from "../helpers/use-store"
import { badBodies } from "./otp-verify/bad-bodies"
import { failuresPerDay } from "./otp-verify/failures"
import { simultaneousGuesses } from "./otp-verify/simultaneous"
import { otpTokens } from "./otp-verify/tokens"
import { undoneVerifications } from "./otp-verify/undone"
import { verifyingCodes } from "./otp-verify/verify"

describe("Verifying a code in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      phone: { default_country: "US" },
    },
  })

  verifyingCodes(store)
  failuresPerDay(store)
  badBodies(store)
  otpTokens(store)
  undoneVerifications(store)
  simultaneousGuesses(store)
})
