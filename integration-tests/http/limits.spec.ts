import { useStore } from "../helpers/use-store"
import { failingRegistrations } from "./limits/failing-registrations"
import { wrongPasswords } from "./limits/logins"
import { foreignLogins } from "./limits/foreign-logins"
import { ownBudgets } from "./limits/own-budgets"
import { resetByAdmin } from "./limits/reset"
import { simultaneousLogins } from "./limits/simultaneous-logins"
import { textMessages } from "./limits/text-messages"
import { LOGINS_PER_DAY, SMS_PER_DAY } from "./limits/settings"

describe("The limits of a store that registers by e-mail and phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      phone: { default_country: "US" },
      limits: { logins_per_day: LOGINS_PER_DAY },
    },
  })

  ownBudgets(store)
  failingRegistrations(store)
  wrongPasswords(store)
  foreignLogins(store)
  resetByAdmin(store)
})

describe("The limits of a store that registers by phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "phone" },
      limits: { sms_per_day: SMS_PER_DAY },
    },
  })

  textMessages(store)
  simultaneousLogins(store)
})
