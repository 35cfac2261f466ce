import {
  Account,
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  login as logIn,
  PASSWORD,
  registerIdentity,
  verifyContact,
} from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { startSession } from "../../helpers/session"
import { Store } from "../../helpers/store"
import { gateOf, LOGINS } from "./gate"

export function gatedTokens(store: Store) {
  describe.each(LOGINS)("The login gate of $provider", (login) => {
    const { provider, type, contact, encoded } = login
    const {
      path,
      newAccount,
      newVerifiedAccount,
      bodyOf,
      expectGated,
      expectLogin,
    } = gateOf(store, login)

    it("refuses to refresh a registration token of an unverified customer, by bearer and by session", async () => {
      const account = await newAccount()
      const { registrationToken } = account

      expectGated(
        await store.api("POST", "/auth/token/refresh", {
          token: registrationToken,
        }),
        account
      )
      const { answer, headers } = await startSession(store, registrationToken)
      expect(answer.body.user.actor_id).toBe("")
      expectGated(
        await store.api("POST", "/auth/token/refresh", { headers }),
        account
      )
      for (const proof of [{ token: registrationToken }, { headers }]) {
        const me = await store.api("GET", "/store/customers/me", proof)
        expect(me.status).toBe(401)
      }
    })

    it("refuses to refresh a token from before the customer was created", async () => {
      const email = freshEmail()
      const phone = freshPhone()
      const value = { email, phone }[contact]
      const before = await registerIdentity(store, provider, value)
      const loggedIn = await store.api("POST", path, {
        body: credentials(provider, value),
      })
      expect(decodeJwt(loggedIn.body.token).actor_id).toBe("")
      const created = await store.api("POST", "/store/customers", {
        token: before,
        body: { email, phone },
      })
      const account = { customer: created.body.customer } as Account

      for (const token of [before, loggedIn.body.token]) {
        expectGated(
          await store.api("POST", "/auth/token/refresh", { token }),
          account
        )
      }
    })

    it("stays closed when only the other contact is verified", async () => {
      const account = await newAccount()
      const other = LOGINS.find((candidate) => candidate.contact !== contact)!

      const verified = await verifyContact(store, account, other.type)

      expect(verified[`${other.contact}_verified`]).toBe(true)
      expect(verified[`${contact}_verified`]).toBe(false)
      expect(verified).toMatchObject({ token: null, needs_login: true })
      expectGated(
        await store.api("POST", path, { body: bodyOf(account) }),
        account
      )
    })

    it("lets a verified customer log in by every way that Medusa has", async () => {
      const account = await newAccount()
      await verifyContact(store, account, type)

      for (const [method, at] of [
        ["POST", path],
        ["GET", path],
        ["POST", `/auth/customer/${encoded}`],
        ["POST", `/AUTH/customer/${provider}`],
        ["POST", `${path}/`],
      ]) {
        expectLogin(
          await store.api(method, at, { body: bodyOf(account) }),
          account
        )
      }
      const token = await logIn(store, account)
      for (const given of [token, account.registrationToken]) {
        expectLogin(
          await store.api("POST", "/auth/token/refresh", { token: given }),
          account
        )
      }
      const { answer, headers } = await startSession(store, token)
      expect(answer.status).toBe(200)
      const me = await store.api("GET", "/store/customers/me", { headers })
      expect(me.body.customer).toMatchObject({
        id: account.customer.id,
        [`${contact}_verified`]: true,
      })
      expectLogin(
        await store.api("POST", "/auth/token/refresh", { headers }),
        account
      )
    })

    it("closes again when an admin changes the verified contact", async () => {
      const account = await newVerifiedAccount()
      const { headers } = await startSession(store, account.token)

      const changed = await store.api(
        "POST",
        `/admin/customers/${account.customer.id}`,
        {
          token: await store.adminToken(),
          body: {
            [contact]: contact === "email" ? freshEmail() : freshPhone(),
          },
        }
      )

      expect(changed.status).toBe(200)
      expect(await customerRow(store, account.customer.id)).toMatchObject({
        [`${contact}_verified`]: false,
      })
      const { token } = account
      const session = await startSession(store, token)
      expectGated(session.answer, account)
      expect(session.headers.cookie).toBe("")
      expectGated(
        await store.api("POST", "/auth/token/refresh", { token }),
        account
      )
      expectGated(
        await store.api("POST", "/auth/token/refresh", { headers }),
        account
      )
      expectGated(
        await store.api("POST", path, { body: bodyOf(account) }),
        account
      )
    })

    it("stays open when an admin changes another field", async () => {
      const account = await newVerifiedAccount()

      await store.api("POST", `/admin/customers/${account.customer.id}`, {
        token: await store.adminToken(),
        body: { first_name: "Jane", [contact]: account[contact] },
      })

      expectLogin(
        await store.api("POST", path, { body: bodyOf(account, PASSWORD) }),
        account
      )
    })
  })
}
