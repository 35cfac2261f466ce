import { confirmedRequest } from "../../helpers/account-deletion"
import { changeContact } from "../../helpers/change-contact"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import { admin } from "../../helpers/account-deletion"
import { freshEmail, freshPhone, PASSWORD } from "../../helpers/fixtures"
import {
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
  resetPassword,
} from "../../helpers/new-password"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import {
  bothLogins,
  expectRevokedEverywhere,
  expectValid,
  revokeSessions,
  someCustomer,
} from "./logins"

type Customer = Awaited<ReturnType<typeof someCustomer>>

export function revokingFlows(store: Store) {
  const changePassword = (token: string, new_password = NEW_PASSWORD) =>
    store.api("POST", "/store/customers/me/password", {
      token,
      body: { old_password: PASSWORD, new_password },
    })

  /** Each answers its own token, if it has one. */
  const FLOWS: [string, (customer: Customer) => Promise<string | undefined>][] =
    [
      [
        "a password change",
        async ({ token }) => {
          const { status, body } = await changePassword(token)
          expect({ status, body }).toMatchObject({
            status: 200,
            body: { success: true, needs_login: false },
          })
          return body.token
        },
      ],
      [
        "a contact change",
        async ({ token }) => {
          const changed = await changeContact(store, token, {
            email: freshEmail(),
          })
          expect(changed.status).toBe(200)
          return changed.body.token
        },
      ],
      [
        "sessions/revoke",
        async ({ token }) => {
          const { status, body } = await revokeSessions(store, { token })
          expect(status).toBe(200)
          return body.token
        },
      ],
      [
        "a reset by mail",
        async ({ email }) => {
          await resetPassword(store, email)
          return undefined
        },
      ],
      [
        "a recovery by code",
        async ({ customer, phone }) => {
          await store.db.query(
            "update customer set phone_verified = true where id = $1",
            [customer.id]
          )
          const typed = await recoveryCode(store, phone)
          expect((await confirmRecovery(store, typed)).status).toBe(200)
          return undefined
        },
      ],
    ]

  describe.each(FLOWS)("After %s", (_name, flow) => {
    it("the old bearer and the old cookie are refused, and what comes after works", async () => {
      const customer = await someCustomer(store)
      const other = await someCustomer(store)
      const { bearer, cookie } = await bothLogins(store, customer.token)
      const { registrationToken } = customer

      const token = await flow(customer)
      const login = await signInAgain(store, customer.customer.id)

      await expectRevokedEverywhere(store, bearer)
      await expectRevokedEverywhere(store, cookie)
      await expectRevokedEverywhereByAuth(registrationToken)
      if (token) {
        await expectValid(store, { token })
      }
      await expectValid(store, { token: login })
      await expectValid(store, { token: other.token })
    })
  })

  const expectRevokedEverywhereByAuth = async (token: string) => {
    const answers = await Promise.all([
      store.api("POST", "/auth/token/refresh", { token }),
      store.api("POST", "/auth/mfa/factors", {
        token,
        body: { provider: "totp" },
      }),
    ])
    for (const { status, body } of answers) {
      expect({ status, body }).toMatchObject({
        status: 401,
        body: { code: "session_revoked" },
      })
    }
  }

  it("After an erasure every login is refused", async () => {
    const { customer, token } = await someCustomer(store)
    const { bearer, cookie } = await bothLogins(store, token)
    const request = await insertConfirmedRequest(store, customer.id)
    expect((await admin(store, "POST", `/${request}/execute`)).status).toBe(200)
    await expectRevokedEverywhere(store, bearer)
    await expectRevokedEverywhere(store, cookie)
  })

  it("A confirmed deletion ends no session", async () => {
    const customer = await someCustomer(store)
    await confirmedRequest(store, customer)
    await expectValid(store, { token: customer.token })
  })

  it("The own token of a flow ends with the next one, in the same second too", async () => {
    const customer = await someCustomer(store)
    const tokens = [customer.token]
    for (let nth = 0; nth < 4; nth++) {
      const { body } = await revokeSessions(store, { token: tokens.at(-1) })
      tokens.push(body.token)
    }
    const last = tokens.pop()
    for (const token of tokens) {
      await expectRevokedEverywhere(store, { token })
    }
    await expectValid(store, { token: last })
  })

  it("A phone change by the new token works after a contact change", async () => {
    const { token } = await someCustomer(store)
    const first = await changeContact(store, token, { email: freshEmail() })
    const next = await changeContact(store, first.body.token, {
      phone: freshPhone(),
    })
    expect(next).toMatchObject({ status: 200, body: { needs_login: false } })
    await expectValid(store, { token: next.body.token })
  })
}

/** A fresh login, right after, by whatever e-mail and password the account has now. */
async function signInAgain(store: Store, id: string): Promise<string> {
  const { rows } = await store.db.query<{ email: string }>(
    "select email from customer where id = $1",
    [id]
  )
  for (const password of [NEW_PASSWORD, PASSWORD]) {
    const { status, body } = await signIn(
      store,
      "emailpass",
      { email: rows[0].email },
      password
    )
    if (status === 200) {
      return body.token as string
    }
  }
  throw new Error("No password logs in")
}
