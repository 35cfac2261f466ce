import { useStore } from "../helpers/use-store"
import { account } from "./client/account"
import { closeBrowsers, KINDS, MODES } from "./client/clients"
import { firstDays } from "./client/first-days"
import { refusals } from "./client/refusals"
import { secondFactor } from "./client/second-factor"

const NO_WAIT = { resendThrottleSeconds: 0 }

const OPTIONS = {
  phone: { phone_verification: NO_WAIT },
  email: {},
  both: { email_verification: NO_WAIT, phone_verification: NO_WAIT },
}

describe("The built client", () => {
  // One database, and a server for each mode.
  const store = useStore({
    servers: 3,
    perServer: MODES.map((identifier) => ({
      PLUGIN_OPTIONS: JSON.stringify({
        ...OPTIONS[identifier],
        registration: { identifier },
      }),
    })),
  })

  afterEach(closeBrowsers)

  for (const kind of KINDS) {
    for (const mode of MODES) {
      firstDays(store, kind, mode)
    }
    account(store, kind)
    secondFactor(store, kind)
  }
  refusals(store)
})
