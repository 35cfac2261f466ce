import {
  freshEmail,
  freshPhone,
  messageTo,
  verifiedCustomer,
} from "../helpers/fixtures"
import { changeContact } from "../helpers/change-contact"
import { registerCustomer } from "../helpers/fixtures"
import { customerRow, identitiesOf } from "../helpers/rows"
import { signIn, signInWith } from "../helpers/sign-in"
import { changeWithLink, undo, undoLink } from "../helpers/undo"
import { useStore } from "../helpers/use-store"
import { additions } from "./contact-undo/additions"
import { cancelledDeletions } from "./contact-undo/deletions"
import { interruptedUndos } from "./contact-undo/interrupted"
import { refusedUndos } from "./contact-undo/refusals"
import { thieves } from "./contact-undo/thief"

const NO_WAIT = { resendThrottleSeconds: 0 }
const OPTIONS = {
  email_verification: NO_WAIT,
  phone_verification: NO_WAIT,
  limits: { per_destination_hour: false, per_destination_day: false },
}

describe("Undoing a contact change", () => {
  const store = useStore({
    servers: 2,
    options: { ...OPTIONS, registration: { identifier: "both" } },
  })

  thieves(store)
  additions(store)
  cancelledDeletions(store)
  refusedUndos(store)
  interruptedUndos(store)
})

describe("In a store that asks for no verification", () => {
  const store = useStore({
    options: { ...OPTIONS, registration: { require_verification: false } },
  })

  it("the old e-mail undoes a change, unverified as it was, and the login goes back", async () => {
    const account = await registerCustomer(store)
    const { body } = await signIn(store, "emailpass", account)
    const next = freshEmail()
    const { token } = await changeWithLink(store, body.token, account.email, {
      email: next,
    })

    expect((await undo(store, token)).status).toBe(200)

    expect(await customerRow(store, account.customer.id)).toMatchObject({
      email: account.email,
      email_verified: false,
    })
    const [login] = await identitiesOf(store, account.email)
    expect(login.customer_id).toBe(account.customer.id)
    for (const email of [next, account.email]) {
      expect((await signInWith(store, "emailpass", email)).status).toBe(401)
    }
  })

  it("the unverified e-mail of a login gets a link that undoes the addition of a phone", async () => {
    const account = await registerCustomer(store)
    const { body } = await signIn(store, "emailpass", account)
    const theirs = freshPhone()
    const { token } = await changeWithLink(store, body.token, account.email, {
      phone: theirs,
    })

    expect((await undo(store, token)).status).toBe(200)

    expect(await customerRow(store, account.customer.id)).toMatchObject({
      email: account.email,
      phone: null,
    })
  })
})

describe("In a store whose contact changes stay", () => {
  const store = useStore({
    options: { ...OPTIONS, contact_change: { undo_hours: 0 } },
  })

  it("the old contact is told without a link, and a link of before has expired", async () => {
    const { token, email } = await verifiedCustomer(store)
    await changeContact(store, token, { email: freshEmail() })
    expect(undoLink(await messageTo(store, email, 2))).toBeUndefined()
    const { rows } = await store.db.query("select 1 from contact_change_undo")
    expect(rows).toEqual([])
  })
})
