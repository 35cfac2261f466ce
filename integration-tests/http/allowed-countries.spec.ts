import { randomInt } from "node:crypto"
import { askToStay } from "../helpers/account-deletion"
import { askForChange } from "../helpers/change-contact"
import {
  codeOf,
  credentials,
  freshPhone,
  messageTo,
  registerCustomer,
  verifyContact,
} from "../helpers/fixtures"
import {
  askForRecovery,
  confirmRecovery,
  NEW_PASSWORD,
} from "../helpers/new-password"
import { identitiesOf } from "../helpers/rows"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"

describe("A store that no longer accepts phones of another country", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      phone_verification: { resendThrottleSeconds: 0 },
      phone: { allowed_countries: ["DE"] },
    },
  })

  const germanPhone = () => `+49151${randomInt(10_000_000, 99_999_999)}`

  /** A customer from before the option was narrowed, who has proven nothing yet. */
  const earlierCustomer = async () => {
    const account = await registerCustomer(store, {
      provider: "phonepass",
      phone: germanPhone(),
    })
    const phone = freshPhone()
    await store.db.query(
      "update provider_identity set entity_id = $1 where entity_id = $2",
      [phone, account.phone]
    )
    await store.db.query("update customer set phone = $1 where phone = $2", [
      phone,
      account.phone,
    ])
    return { ...account, phone }
  }

  const login = (phone: string, password?: string) =>
    store.api("POST", "/auth/customer/phonepass", {
      body: credentials("phonepass", phone, password),
    })

  it("verifies, logs in and recovers customers who have such a phone", async () => {
    const account = await earlierCustomer()
    const { phone } = account

    const verified = await verifyContact(store, account, "phone_verification")
    expect(verified).toMatchObject({ phone_verified: true, needs_login: false })
    expect((await login(phone)).status).toBe(200)
    const asked = await askForRecovery(store, { phone })
    expect(asked.status).toBe(200)
    const code = codeOf(await messageTo(store, phone, 2))
    const confirmed = await confirmRecovery(store, {
      token: asked.body.token,
      code,
    })
    expect(confirmed.status).toBe(200)
    expect((await login(phone, NEW_PASSWORD)).status).toBe(200)
    expect((await askToStay(store, { phone })).status).toBe(200)
  })

  it("refuses a registration with such a phone with 400 invalid_body", async () => {
    const phone = freshPhone()

    const { status, body } = await expectNothingWritten(store, () =>
      store.api("POST", "/auth/customer/phonepass/register", {
        body: credentials("phonepass", phone),
      })
    )

    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: "invalid_body",
      message: expect.stringContaining("country"),
    })
    expect(await identitiesOf(store, phone)).toEqual([])
  })

  it("refuses a contact change to such a phone with 400 invalid_body", async () => {
    const account = await earlierCustomer()
    const { token } = await verifyContact(store, account, "phone_verification")

    const { status, body } = await expectNothingWritten(store, () =>
      askForChange(store, token, { phone: freshPhone() })
    )

    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: "invalid_body",
      message: expect.stringContaining("country"),
    })
  })
})
