import {
  Account,
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  login,
  PASSWORD,
  Provider,
  registerCustomer,
  registerIdentity,
  VerificationType,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { expectEqualWork } from "../../helpers/equal-work"
import { HttpResponse } from "../../helpers/http"
import { letPass, send } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { startSession } from "../../helpers/session"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

type Door = {
  provider: Provider
  type: VerificationType
  contact: "email" | "phone"
  /** The provider as a path may spell it. */
  encoded: string
  wrong: string
}

const DOORS: Door[] = [
  {
    provider: "emailpass",
    type: "email_verification",
    contact: "email",
    encoded: "%65mailpass",
    wrong: "Invalid email or password",
  },
  {
    provider: "phonepass",
    type: "phone_verification",
    contact: "phone",
    encoded: "%70honepass",
    wrong: "Invalid phone or password",
  },
]

const TIMED_LOGINS = 30
const SLOW_TEST_MS = 180_000

export function loginGate(store: Store) {
  describe.each(DOORS)("The gate of $provider", (door) => {
    const { provider, type, contact, encoded, wrong } = door
    const path = `/auth/customer/${provider}`
    const own = { provider, email: "", phone: "" }

    const newAccount = () =>
      registerCustomer(store, {
        ...own,
        email: freshEmail(),
        phone: freshPhone(),
      })

    const newVerifiedAccount = () =>
      verifiedCustomer(store, {
        ...own,
        email: freshEmail(),
        phone: freshPhone(),
      })

    const bodyOf = (account: Account, password = account.password) =>
      credentials(provider, account[contact]!, password)

    const expectGated = ({ status, body }: HttpResponse, account: Account) => {
      expect(status).toBe(403)
      expect(body).toEqual({
        type: "not_allowed",
        code: "verification_required",
        message: expect.stringContaining("not verified"),
        customer_id: account.customer.id,
        verification_type: type,
      })
    }

    const expectLogin = ({ status, body }: HttpResponse, account: Account) => {
      expect(status).toBe(200)
      expect(decodeJwt(body.token)).toMatchObject({
        actor_id: account.customer.id,
        actor_type: "customer",
        auth_provider: provider,
      })
    }

    it("says nothing to a wrong password: the same for nobody, for unverified and for verified", async () => {
      const unverified = await newAccount()
      const verified = await newVerifiedAccount()
      const nobody = contact === "email" ? freshEmail() : freshPhone()

      const answers = await expectNothingWritten(store, async () => {
        const bodies = [
          credentials(provider, nobody, "another password"),
          bodyOf(unverified, "another password"),
          bodyOf(verified, "another password"),
        ]
        return [
          ...(await Promise.all(
            bodies.map((body) => store.api("POST", path, { body }))
          )),
          ...(await Promise.all(
            bodies.map((body) => store.api("GET", path, { body }))
          )),
        ]
      })

      for (const { status, body, headers } of answers) {
        expect(status).toBe(401)
        expect(body).toEqual({ type: "unauthorized", message: wrong })
        expect(Object.keys(headers)).toEqual(Object.keys(answers[0].headers))
      }
    })

    if (provider === "phonepass") {
      it(
        "does the same work for an unknown phone and a wrong password",
        async () => {
          const unverified = await newAccount()
          const verified = await newVerifiedAccount()
          const phones = {
            unknown: freshPhone(),
            unverified: unverified.phone!,
            verified: verified.phone!,
          }

          await expectEqualWork(
            store,
            ["unknown", "unverified", "verified"],
            TIMED_LOGINS,
            (who) =>
              store.api("POST", path, {
                body: credentials(provider, phones[who], "another password"),
              }),
            { status: 401, body: { type: "unauthorized", message: wrong } }
          )
        },
        SLOW_TEST_MS
      )
    }

    it.each([
      ["POST", path],
      ["GET", path],
      ["POST", `/auth/customer/${encoded}`],
      ["GET", `/auth/customer/${encoded}`],
      ["POST", `/auth/%63ustomer/${provider}`],
      ["POST", `/AUTH/customer/${provider}`],
      ["POST", `${path}/`],
      ["POST", `${path}?actor_type=user`],
    ])("stands at %s %s", async (method, at) => {
      const account = await newAccount()

      expectGated(
        await expectNothingWritten(store, () =>
          store.api(method, at, { body: bodyOf(account) })
        ),
        account
      )
    })

    it.each([
      ["POST", `${path}/callback`],
      ["GET", `${path}/callback`],
      ["POST", `/auth/customer/${provider.toUpperCase()}`],
      ["POST", `/auth/CUSTOMER/${provider}`],
      ["POST", `/auth/user/${provider}`],
      ["POST", `/auth//customer/${provider}`],
      ["POST", `/%61uth/customer/${provider}`],
      ["PUT", path],
      ["PATCH", path],
    ])("has no way round it by %s %s", async (method, at) => {
      const account = await newAccount()

      const { status, body } = await expectNothingWritten(store, () =>
        store.api(method, at, { body: bodyOf(account) })
      )

      // To Medusa another actor type is somebody else, who has no actor yet.
      const { token } = Object(body) as { token?: string }
      if (token === undefined) {
        expect([400, 401, 404]).toContain(status)
      } else {
        const claims = decodeJwt(token)
        expect(claims.actor_id).toBe("")
        expect(claims.actor_type).not.toBe("customer")
      }
    })

    it.each(["POST", "GET"])(
      "answers %s with the right password whom to send which code",
      async (method) => {
        const account = await newAccount()

        const gated = await store.api(method, path, { body: bodyOf(account) })
        expectGated(gated, account)
        expectGated(
          await store.api(method, `/auth/customer/${encoded}`, {
            body: bodyOf(account),
          }),
          account
        )

        const { customer_id, verification_type } = gated.body
        await letPass(store, 120)
        const sent = await send(store, customer_id, verification_type)
        expect(sent.status).toBe(200)
      }
    )

    it("refreshes no token of a registration, by bearer or by session", async () => {
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

    it("renews nothing for a token from before the customer was created", async () => {
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

    it("is not opened by the other contact", async () => {
      const account = await newAccount()
      const other = DOORS.find((candidate) => candidate.contact !== contact)!

      const verified = await verifyContact(store, account, other.type)

      expect(verified[`${other.contact}_verified`]).toBe(true)
      expect(verified[`${contact}_verified`]).toBe(false)
      expect(verified).toMatchObject({ token: null, needs_login: true })
      expectGated(
        await store.api("POST", path, { body: bodyOf(account) }),
        account
      )
    })

    it("opens when the contact is verified, by every way that Medusa has", async () => {
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
      const token = await login(store, account)
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

    it("closes again when an admin changes the contact", async () => {
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

    it("stays open when an admin changes something else", async () => {
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
