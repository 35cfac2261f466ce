import { admin } from "../../helpers/account-deletion"
import { confirmLogin, logInByCode, loginCode } from "../../helpers/code-login"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import {
  freshEmail,
  freshPhone,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { lockRows } from "../../helpers/row-lock"
import { Store } from "../../helpers/store"
import { sleep } from "../../../scripts/lib/clock"

/** Milliseconds by which the erasure begins after the login. */
const DELAYS = [0, 40, 80, 120]

export function loginsInBetween(store: Store) {
  const execute = async (customerId: string) => {
    const id = await insertConfirmedRequest(store, customerId)
    return () => admin(store, "POST", `/${id}/execute`)
  }
  const ownersOf = async (email: string) => {
    const { rows } = await store.db.query<{ id: string | null }>(
      `select identity.app_metadata ->> 'customer_id' as id from provider_identity as login
       join auth_identity as identity on identity.id = login.auth_identity_id where login.entity_id = $1`,
      [email]
    )
    return rows.map(({ id }) => id)
  }

  it("leaves neither a login nor a session of who logs in with a code while it runs, and the e-mail registers again", async () => {
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    const { email, customer } = leaving
    const run = await execute(customer.id)
    const lock = await lockRows(store, "select 1 from customer where id = $1", [
      customer.id,
    ])
    const executed = run()
    await lock.awaited()
    const back = await logInByCode(store, { email })
    await lock.release()

    expect((await executed).status).toBe(200)
    expect(back.status).toBe(200)
    expect(await ownersOf(email)).toEqual([])
    const { status } = await store.api("GET", "/store/orders", {
      token: back.body.token,
    })
    expect(status).toBe(401)
    expect(await registerIdentity(store, "emailpass", email)).toBeTruthy()
  })

  it("at the same moment as a first proof leaves no login of the erased customer", async () => {
    for (const delay of DELAYS) {
      const { email, customer } = await registerCustomer(store, {
        email: freshEmail(),
        phone: freshPhone(),
      })
      const run = await execute(customer.id)
      const typed = await loginCode(store, { email })

      const [executed, proven] = await Promise.all([
        sleep(delay).then(run),
        confirmLogin(store, typed),
      ])

      expect(executed.status).toBe(200)
      expect(proven.status).toBeLessThan(500)
      expect(await ownersOf(email)).not.toContain(customer.id)
    }
  })
}
