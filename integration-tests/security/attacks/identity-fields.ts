import {
  credentials,
  freshEmail,
  freshPhone,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { Store } from "../../helpers/store"

/** Fields of Medusa's tables beside the credentials. */
export function identityFields(store: Store) {
  it.each(["emailpass", "phonepass"] as const)(
    "A registration through %s keeps contact and password alone, whatever else stands in its body",
    async (provider) => {
      const victim = await verifiedCustomer(store, { phone: freshPhone() })
      const contact = provider === "emailpass" ? freshEmail() : freshPhone()
      const body = {
        ...credentials(provider, contact),
        id: "authid_mine",
        auth_identity_id: "authid_mine",
        entity_id: provider === "emailpass" ? victim.email : victim.phone,
        provider: "house",
        actor_type: "user",
        app_metadata: { customer_id: victim.customer.id, user_id: "user_1" },
        user_metadata: { customer_id: victim.customer.id },
        provider_metadata: { password: "mine" },
        metadata: { email_verified: true },
      }
      const path = `/auth/customer/${provider}/register`
      const { status } = await store.api("POST", path, {
        // JSON.stringify would leave the prototype out.
        body: JSON.stringify(body).replace(
          "{",
          `{"__proto__":{"app_metadata":{"customer_id":"${victim.customer.id}"}},`
        ),
      })
      if (status !== 200) {
        // Refused as a whole is good, too; then the plain registration has to work.
        const plain = await store.api("POST", path, {
          body: { ...credentials(provider, contact) },
        })
        expect([status, plain.status]).toEqual([400, 200])
      }

      const { rows } = await store.db.query(
        `select login.provider, login.provider_metadata ->> 'password' as password, login.user_metadata,
           identity.app_metadata
         from provider_identity login join auth_identity identity on identity.id = login.auth_identity_id
         where login.entity_id = $1`,
        [contact]
      )
      expect(rows).toEqual([
        {
          provider,
          password: expect.not.stringMatching(/^mine$/),
          user_metadata: null,
          app_metadata: null,
        },
      ])
      const login = await store.api("POST", `/auth/customer/${provider}`, {
        body: { ...body, ...credentials(provider, contact, PASSWORD) },
      })
      const me = await store.api("GET", "/store/customers/me", {
        token: login.body.token,
      })
      expect(me.status).toBe(401)
    }
  )
}
