import { changeContact } from "../../helpers/change-contact"
import {
  freshEmail,
  freshPhone,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { insertRow } from "../../helpers/insert-row"
import { identitiesOf } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"

/** Logins of other providers, and of other people, that have the same value. */
export function otherLogins(store: Store) {
  it("A contact change moves the customer's own login of that contact, and no other provider's with the same value", async () => {
    const customer = await verifiedCustomer(store, { phone: freshPhone() })
    const [own] = await identitiesOf(store, customer.email)
    const keepHouse = (auth_identity_id: string, entity_id: string) =>
      insertRow(store, "provider_identity", "provid", {
        auth_identity_id,
        provider: "house",
        entity_id,
      })
    await keepHouse(own.auth_identity_id, customer.email)
    const stranger = await insertRow(store, "auth_identity", "authid", {})
    await insertRow(store, "provider_identity", "provid", {
      auth_identity_id: stranger,
      provider: "github",
      entity_id: customer.email,
    })
    const email = freshEmail()

    const changed = await changeContact(store, customer.token, { email })

    expect(changed.status).toBe(200)
    const left = await identitiesOf(store, customer.email)
    expect(left.map(({ provider }) => provider).sort()).toEqual([
      "github",
      "house",
    ])
    expect(await identitiesOf(store, email)).toMatchObject([
      { provider: "emailpass", auth_identity_id: own.auth_identity_id },
    ])
    expect((await signInWith(store, "emailpass", email)).status).toBe(200)
    const old = await signInWith(store, "emailpass", customer.email, PASSWORD)
    expect(old.status).toBe(401)
  })
}
