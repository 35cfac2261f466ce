import { costOf, expectEqualWork, medianCost } from "../../helpers/equal-work"
import {
  decodeJwt,
  freshPhone,
  PASSWORD,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { identitiesOf } from "../../helpers/rows"
import { spellings } from "../../helpers/spellings"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { expectNothingWritten } from "../../helpers/written"
import { expectNoHash, expectRefused, phonepassOf } from "./client"

const WRONG = {
  type: "unauthorized",
  code: "credentials_invalid",
  message: "Invalid phone or password",
}
const TIMED_LOGINS = 60
const SLOW_TEST_MS = 180_000

export function phonepassPasswords(store: Store) {
  const { register, login } = phonepassOf(store)

  describe("phonepass", () => {
    it("registers and logs in with every spelling of a phone, and answers no hash", async () => {
      const phone = freshPhone()
      const registered = await register(spellings(phone)[3])
      expect(registered.status).toBe(200)
      expectNoHash(registered.body, registered.body.token)

      for (const spelling of spellings(phone)) {
        const { status, body } = await login(spelling)
        expect(status).toBe(200)
        expect(decodeJwt(body.token)).toMatchObject({
          actor_id: "",
          actor_type: "customer",
          auth_provider: "phonepass",
        })
        expectNoHash(body, body.token)
      }
    })

    it("stores nothing of the password but a bcrypt hash of cost 10", async () => {
      const phone = freshPhone()
      await register(phone)

      const { rows } = await store.db.query<{ metadata: unknown }>(
        "select provider_metadata as metadata from provider_identity where entity_id = $1",
        [phone]
      )
      expect(rows).toEqual([
        {
          metadata: {
            password: expect.stringMatching(/^\$2b\$10\$[./A-Za-z0-9]{53}$/),
          },
        },
      ])
    })

    it.each([
      ["72 letters", "x".repeat(72)],
      ["18 emoji, which are 72 bytes", "😀".repeat(18)],
      ["eight letters, the fewest", "xkvqzwpj"],
      ["a NUL amid letters", "here be\u0000fore"],
    ])("compares all of a password of %s", async (_what, password) => {
      const phone = freshPhone()
      expect((await register(phone, password)).status).toBe(200)
      expect((await login(phone, password)).status).toBe(200)

      const shorter = password.slice(0, -1)
      if (shorter) {
        const { status } = await login(phone, shorter)
        expect(status).toBe(401)
      }
    })

    it.each([
      ["73 letters", "x".repeat(73)],
      ["18 emoji and a letter", `${"😀".repeat(18)}x`],
      ["100,000 letters", "x".repeat(99_000)],
    ])("refuses to register a password of %s", async (_what, password) => {
      const phone = freshPhone()

      const answer = await expectNothingWritten(store, () =>
        register(phone, password)
      )

      expectRefused(
        answer,
        /^Password: Choose a password of at most (72 bytes|1,024 char)/
      )
      expect(await identitiesOf(store, phone)).toEqual([])
    })

    it("refuses a login with a password of 73 bytes instead of cutting it", async () => {
      const phone = freshPhone()
      const password = "x".repeat(72)
      await register(phone, password)

      expectRefused(
        await login(phone, `${password}y`),
        /^Password: Choose a password of at most 72 bytes/
      )
      expectRefused(
        await register(phone, `${password}y`),
        /^Password: Choose a password of at most 72 bytes/
      )
      expect((await login(phone, password)).status).toBe(200)
    })

    it.each([
      ["a number", 12345678],
      ["a list", [PASSWORD]],
      ["an object", { $ne: "" }],
      ["null", null],
      ["an empty text", ""],
    ])("refuses a password that is %s", async (_what, password) => {
      const phone = freshPhone()

      const [registered, loggedIn] = await expectNothingWritten(store, () =>
        Promise.all([register(phone, password), login(phone, password)])
      )

      expectRefused(registered, /^Password: expected/)
      expectRefused(loggedIn, /^Password: expected/)
    })

    it.each([
      ["a number", 12133734253],
      ["a list", ["+12133734253"]],
      ["an object", { $ne: "" }],
      ["a NUL", "+12133734253\u0000"],
      ["words", "my phone"],
      ["100,000 digits", "1".repeat(99_000)],
      ["nothing", undefined],
    ])(
      "refuses a phone that is %s with 400 invalid_body",
      async (_what, phone) => {
        const answers = await expectNothingWritten(store, () =>
          Promise.all([register(phone), login(phone)])
        )

        for (const { status, body } of answers) {
          expect(status).toBe(400)
          expect(body.code).toBe("invalid_body")
        }
      }
    )

    it(
      "answers an unknown phone and a wrong password with the same words and the same work",
      async () => {
        const unverified = await registerCustomer(store, {
          provider: "phonepass",
        })
        const verified = await verifiedCustomer(store, {
          provider: "phonepass",
        })
        const phones = {
          unknown: freshPhone(),
          unverified: unverified.phone,
          verified: verified.phone,
        }

        const { unknown } = await expectEqualWork(
          store,
          ["unknown", "unverified", "verified"],
          TIMED_LOGINS,
          (who) => login(phones[who], "another password"),
          { status: 401, body: WRONG }
        )

        // The hash is the bulk of it: without one, an answer is many times cheaper.
        const { work } = await costWithoutHash()
        expect(unknown.work).toBeGreaterThan(3 * work)
      },
      SLOW_TEST_MS
    )

    it("accepts a new password from Medusa's own reset, and refuses one over 72 bytes", async () => {
      const { phone } = await verifiedCustomer(store, { provider: "phonepass" })
      const update = async (password: string) =>
        store.api("POST", "/auth/customer/phonepass/update", {
          token: await resetToken(phone),
          body: { password },
        })

      const tooLong = await update("x".repeat(73))
      expect(tooLong.status).toBe(401)
      expect((await login(phone)).status).toBe(200)

      const updated = await update("a new password")
      expect(updated.status).toBe(200)
      expectNoHash(updated.body)
      expect((await login(phone, "a new password")).status).toBe(200)
      expectRefused(await login(phone), /^Invalid/)
      expect(await identitiesOf(store, phone)).toMatchObject([
        { password: expect.stringMatching(/^\$2b\$10\$/) },
      ])
    })
  })

  async function costWithoutHash() {
    const costs: Awaited<ReturnType<typeof costOf>>[] = []
    for (let i = 0; i < 20; i++) {
      costs.push(await costOf(store, () => login(freshPhone(), "x".repeat(73))))
    }
    return medianCost(costs)
  }

  /** Each request is answered with a token in an event, as for a mail. */
  async function resetToken(phone: string): Promise<string> {
    const tokens = () =>
      store
        .events()
        .filter(
          ({ name, data }) =>
            name === "auth.password_reset" && data.entity_id === phone
        )
        .map(({ data }) => String(data.token))
    const before = tokens().length
    await store.api("POST", "/auth/customer/phonepass/reset-password", {
      body: { identifier: phone },
    })
    return waitFor("a reset token", () => tokens()[before])
  }
}
