import { randomUUID } from "node:crypto"
import { freshPhone, verifiedCustomer } from "../../helpers/fixtures"
import { startSession } from "../../helpers/session"
import { signUp } from "../../helpers/sign-up"
import type { ApiOptions, Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const PASSWORD = "1"

/** Another kind of actor registers by its own rules: contacts as they are typed, passwords of any length. */
export function otherActors(store: Store) {
  describe.each(["Customer", "vendor"])(
    "A login registered as another kind of actor (%s)",
    (actor) => {
      const register = async (email: string): Promise<string> => {
        const { status, body } = await store.api(
          "POST",
          `/auth/${actor}/emailpass/register`,
          { body: { email, password: PASSWORD } }
        )
        expect(status).toBe(200)
        return body.token as string
      }

      const refusedTo = async (
        path: string,
        options: ApiOptions
      ): Promise<unknown> => {
        const { status, body } = await expectNothingWritten(store, () =>
          store.api("POST", path, options)
        )
        return { status, code: body.code }
      }

      const TYPED = [
        ["with spaces and capitals", ` Victim-${randomUUID()}@Example.com `],
        ["with capitals", `Victim-${randomUUID()}@Example.com`],
        ["in its normal form", `victim-${randomUUID()}@example.com`],
      ]

      it.each(TYPED)(
        "becomes no customer's by its token: an e-mail %s",
        async (_how, typed) => {
          const email = `${typed[0]}${actor}${typed.slice(1)}`
          const token = await register(email)
          const { headers } = await startSession(store, token)
          const refreshed = await store.api("POST", "/auth/token/refresh", {
            token,
          })

          for (const login of [
            { token },
            { headers },
            { token: refreshed.body.token },
          ]) {
            expect(
              await refusedTo("/store/customers", {
                ...login,
                body: { email: email.trim().toLowerCase() },
              })
            ).toEqual({ status: 401, code: "unauthorized" })
          }
        }
      )

      it.each(TYPED)(
        "becomes no customer's by a login or a registration of a customer: an e-mail %s",
        async (_how, typed) => {
          const email = `${typed[0]}${actor}2${typed.slice(1)}`
          const token = await register(email)

          for (const value of [
            email,
            email.trim(),
            email.trim().toLowerCase(),
          ]) {
            const body = { email: value, password: PASSWORD }
            expect(
              await refusedTo("/auth/customer/emailpass/register", { body })
            ).toEqual({ status: 400, code: "password_too_short" })
            const isIt = value.trim() === email
            expect(
              await refusedTo("/auth/customer/emailpass", { body, token })
            ).toEqual(
              isIt
                ? { status: 400, code: "password_too_short" }
                : { status: 401, code: "credentials_invalid" }
            )
          }
        }
      )
    }
  )

  it("A token of a customer's kind alone registers a customer: that of another kind is none", async () => {
    const email = `someone-${randomUUID()}@example.com`
    const { body } = await store.api(
      "POST",
      "/auth/Customer/emailpass/register",
      {
        body: { email, password: "correct horse battery" },
      }
    )
    const { status } = await expectNothingWritten(store, () =>
      signUp(store, body.token, { email })
    )
    expect(status).toBe(401)
  })

  it.each(["customer", "Customer", "vendor"])(
    "A registration as a %s tells nothing of the password of a customer, which it would not count",
    async (actor) => {
      const { email, password: right } = await verifiedCustomer(store, {
        phone: freshPhone(),
      })
      const answers = []
      for (const password of [right, "a wrong password"]) {
        const body = { email, password }
        answers.push(
          await expectNothingWritten(store, () =>
            store.api("POST", `/auth/${actor}/emailpass/register`, { body })
          )
        )
      }
      const [known, guessed] = answers.map(({ status, body }) => [status, body])
      expect(known[0]).toBe(401)
      expect(JSON.stringify(guessed)).toBe(JSON.stringify(known))
    }
  )
}
