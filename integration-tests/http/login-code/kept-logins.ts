import { sleep } from "../../../scripts/lib/clock"
import { adminWhoShops } from "../../helpers/admin-who-shops"
import { askForLogin, logInByCode } from "../../helpers/code-login"
import {
  freshEmail,
  lastCodeFor,
  messagesTo,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import { askForRecovery } from "../../helpers/new-password"
import { send, verify } from "../../helpers/otp"
import { customersWith } from "../../helpers/rows"
import { signIn } from "../../helpers/sign-in"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"

const QUIET_MS = 2_000

/** In a store with logins by e-mail, in which a first code registers. */
export function keptLogins(store: Store) {
  /** Asks, and waits until a message would have come → how many have. */
  const sentBy = async (ask: () => Promise<unknown>, email: string) => {
    const before = messagesTo(store, email).length
    await ask()
    await sleep(QUIET_MS)
    return messagesTo(store, email).length - before
  }

  it.each([
    ["login", () => askForLogin],
    ["recovery", () => askForRecovery],
  ])(
    "A first %s takes nothing off an admin whose login is an unverified customer's too: no code is sent",
    async (_what, asking) => {
      const { email, adminToken } = await adminWhoShops(store)
      await enableMfa(store, adminToken)

      expect(await sentBy(() => asking()(store, { email }), email)).toBe(0)

      const { status, body } = await store.api("POST", "/auth/user/emailpass", {
        body: { email, password: PASSWORD },
      })
      expect({ status, body }).toMatchObject({
        status: 200,
        body: { mfa_required: true },
      })
    }
  )

  it("A login after an admin's edit of the e-mail keeps the second factor, and voids the password", async () => {
    const account = await verifiedCustomer(store)
    await enableMfa(store, account.token)
    const email = freshEmail()
    const path = `/admin/customers/${account.customer.id}`
    const edited = await store.api("POST", path, {
      token: await store.adminToken(),
      body: { email },
    })
    expect(edited.status).toBe(200)

    const { status, body } = await logInByCode(store, { email })

    expect({ status, body }).toMatchObject({
      status: 200,
      body: { mfa_required: true },
    })
    expect(
      (await signIn(store, "emailpass", { ...account, email })).status
    ).toBe(401)
  })

  it("A login by an e-mail that an account of another provider has proven sends no code, and registers nobody", async () => {
    const email = freshEmail()
    const { body } = await store.api("POST", "/auth/customer/house", {
      body: { name: email, secret: "open sesame" },
    })
    await signUp(store, body.token, { email })
    const [customer] = await customersWith(store, email)
    const sent = await send(store, customer.id, "email_verification")
    const code = await lastCodeFor(store, email)
    expect((await verify(store, sent.body.token, code)).status).toBe(200)

    expect(await sentBy(() => askForLogin(store, { email }), email)).toBe(0)

    expect(await customersWith(store, email)).toHaveLength(1)
  })
}
