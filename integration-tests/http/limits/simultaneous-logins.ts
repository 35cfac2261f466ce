import { registerCustomer } from "../../helpers/fixtures"
import { Store } from "../../helpers/store"

const CLIENTS = 200
const DEFAULT_LOGINS_PER_DAY = 100

/** In a store with two servers that registers by phone, with the default limit. */
export function simultaneousLogins(store: Store) {
  it("Of 200 wrong passwords at once on two servers no more than 100 are checked", async () => {
    const { phone } = await registerCustomer(store, { provider: "phonepass" })

    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, (_, nth) =>
        store.api("POST", "/auth/customer/phonepass", {
          body: { phone, password: `wrong one ${nth}` },
          server: nth % 2,
        })
      )
    )

    const checked = answers.filter(({ status }) => status === 401)
    expect(checked).toHaveLength(DEFAULT_LOGINS_PER_DAY)
    const others = answers.filter(({ status }) => status !== 401)
    for (const { status, body } of others) {
      expect([status, body.code]).toEqual([429, "login_throttled"])
    }
  })
}
