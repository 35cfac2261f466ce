import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  finishReset,
  NEW_PASSWORD,
  resetToken,
} from "../../helpers/new-password"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const INVALID_TOKEN = { type: "unauthorized", code: "reset_token_invalid" }

export function resetTokens(store: Store) {
  const contacts = () => ({ email: freshEmail(), phone: freshPhone() })
  const customer = () => verifiedCustomer(store, contacts())

  const update = (body: unknown, token?: string) =>
    store.api("POST", "/auth/customer/emailpass/update", { token, body })

  describe("The token of a password reset", () => {
    it.each(["body", "header"])(
      "is accepted in the %s, once",
      async (place) => {
        const account = await customer()
        const token = await resetToken(store, account.email)
        const send = () =>
          place === "body"
            ? update({ password: NEW_PASSWORD, token })
            : update({ password: NEW_PASSWORD }, token)

        const { status, body } = await send()

        expect({ status, body }).toEqual({
          status: 200,
          body: { success: true },
        })
        const again = await expectNothingWritten(store, send)
        expect(again.status).toBe(401)
        expect(again.body).toMatchObject(INVALID_TOKEN)
        expect(
          (await signIn(store, "emailpass", account, NEW_PASSWORD)).status
        ).toBe(200)
        expect(
          (await signIn(store, "emailpass", account, PASSWORD)).status
        ).toBe(401)
      }
    )

    it("is accepted once when it is used ten times at once", async () => {
      const { email } = await customer()
      const token = await resetToken(store, email)

      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          finishReset(store, token, `password ${i}`)
        )
      )

      expect(answers.map(({ status }) => status).sort()).toEqual([
        200,
        ...Array<number>(9).fill(401),
      ])
    })

    it.each(["a login", "a registration", "no", "an altered"])(
      "is required: %s token is refused with 401",
      async (kind) => {
        const account = await customer()
        const reset = await resetToken(store, account.email)
        const tokens: Record<string, string | undefined> = {
          "a login": account.token,
          "a registration": account.registrationToken,
          "an altered": `${reset.slice(0, -4)}AAAA`,
        }
        const token = tokens[kind]

        const [bearer, inBody] = await expectNothingWritten(store, async () => [
          await update({ password: NEW_PASSWORD }, token),
          await update({ password: NEW_PASSWORD, token }),
        ])

        expect([bearer.status, inBody.status]).toEqual([401, 401])
        expect((await finishReset(store, reset)).status).toBe(200)
      }
    )

    it.each([
      ["of 73 bytes", "é".repeat(36) + "x"],
      ["that is empty", ""],
      ["that is no string", ["x"]],
    ])(
      "stays valid when a password %s is refused with 400",
      async (_what, password) => {
        const { email } = await customer()
        const token = await resetToken(store, email)

        const { status, body } = await expectNothingWritten(store, () =>
          update({ password }, token)
        )

        expect(status).toBe(400)
        expect(body).toMatchObject({
          type: "invalid_data",
          code: "invalid_body",
          hint: expect.stringContaining("password"),
        })
        expect((await finishReset(store, token)).status).toBe(200)
      }
    )

    it.each([
      "/auth/customer/%65mailpass/update",
      "/auth/%63ustomer/emailpass/update",
      "/auth/customer/emailpass/update/",
    ])(
      "stays valid when a body without a password is refused at %s",
      async (path) => {
        const account = await registerCustomer(store, contacts())
        const token = await resetToken(store, account.email)

        const { status, body } = await expectNothingWritten(store, () =>
          store.api("POST", path, { token, body: {} })
        )

        expect([status, body.code]).toEqual([400, "invalid_body"])
        const finished = await store.api("POST", path, {
          body: { token, password: NEW_PASSWORD },
        })
        expect(finished.status).toBe(200)
      }
    )
  })
}
