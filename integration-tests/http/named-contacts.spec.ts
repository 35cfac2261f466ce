import { useStore } from "../helpers/use-store"
import { guestsCarts } from "./named-contacts/carts"
import { cartsWithoutVerification } from "./named-contacts/carts-without-verification"
import { namedContacts } from "./named-contacts/named"
import { simultaneousProofs } from "./named-contacts/simultaneous"
import { undoneProofs } from "./named-contacts/undone"
import { waysOut, waysOutByBoth } from "./named-contacts/ways-out"

const LIMITS = { per_destination_hour: false, per_destination_day: false }

describe("Contacts that are only named, in a store that registers by e-mail and phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      phone: { default_country: "US" },
      limits: LIMITS,
    },
  })

  namedContacts(store)
  guestsCarts(store)
  simultaneousProofs(store)
  undoneProofs(store)
  waysOutByBoth(store)
})

describe("Contacts that are only named, in a store that registers by e-mail and phone and logs in by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      login: { identifier: "phone" },
      limits: LIMITS,
    },
  })

  waysOut(store)
})

describe("Contacts that are only named, in a store that asks for no verification", () => {
  const store = useStore({
    options: { registration: { require_verification: false } },
  })

  cartsWithoutVerification(store)
})
