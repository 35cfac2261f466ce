import { changeContact } from "../helpers/change-contact"
import { decodeJwt, freshPhone, verifiedCustomer } from "../helpers/fixtures"
import { identitiesOf } from "../helpers/rows"
import { useStore } from "../helpers/use-store"
import { contactChanges } from "./contact-change/changes"
import { conflicts } from "./contact-change/conflicts"
import { refusedProofs } from "./contact-change/proofs"
import { refusedRequests } from "./contact-change/requests"
import { undoneChanges } from "./contact-change/undone"

const NO_WAIT = { resendThrottleSeconds: 0 }
const NO_LIMITS = { per_destination_hour: false, per_destination_day: false }

describe("Contact changes in a store with logins by e-mail and by phone", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "both" },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
      limits: NO_LIMITS,
    },
  })

  contactChanges(store)
  refusedRequests(store)
  refusedProofs(store)
  conflicts(store)
  undoneChanges(store)
})

describe("Contact changes in a store with logins by e-mail only", () => {
  const store = useStore({ options: { phone_verification: NO_WAIT } })

  it("add a first phone and change no login", async () => {
    const { customer, token, email } = await verifiedCustomer(store)
    const phone = freshPhone()

    const changed = await changeContact(store, token, { phone })

    expect(changed.body).toMatchObject({
      customer: { id: customer.id, phone, phone_verified: true },
      needs_login: false,
    })
    expect(decodeJwt(changed.body.token).actor_id).toBe(customer.id)
    expect(await identitiesOf(store, phone)).toEqual([])
    expect(await identitiesOf(store, email)).toHaveLength(1)
  })
})
