import { CODE_ALONE, useStorefront } from "./helpers/use-storefront"
import { keepingAccount } from "./storefront/account"
import { byCodeAlone, registeringByCode } from "./storefront/by-code-alone"
import { enteringCodes } from "./storefront/code-entry"
import { leaving } from "./storefront/deletion"
import { forEverybody } from "./storefront/everybody"
import { loggingIn } from "./storefront/log-in"
import { recovering } from "./storefront/recovery"
import { signingUp } from "./storefront/sign-up"
import { SIZES } from "./storefront/sizes"

describe("The example of a storefront", () => {
  const storefront = useStorefront()

  describe.each(SIZES)("A customer with %s", (_name, size) => {
    signingUp(storefront, size)
    loggingIn(storefront, size)
    keepingAccount(storefront, size)
    recovering(storefront, size)
    leaving(storefront, size)
  })
  enteringCodes(storefront)
  byCodeAlone(storefront)
  forEverybody(storefront)
})

// A second store takes its time: the pages are looked at above, and what the store does is in http/login-code.spec.ts.
if (process.env.NIGHTLY === "1") {
  describe("The example in front of a store where codes register", () => {
    registeringByCode(useStorefront(CODE_ALONE))
  })
}
