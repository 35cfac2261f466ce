import {
  decodeJwt,
  freshPhone,
  PASSWORD,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { costOf, expectEqualWork, medianCost } from "../../helpers/equal-work"
import { HttpResponse } from "../../helpers/http"
import { identitiesOf } from "../../helpers/rows"
import { spellings } from "../../helpers/spellings"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { expectNothingWritten } from "../../helpers/written"

const WRONG = { type: "unauthorized", message: "Invalid phone or password" }
const TIMED_LOGINS = 60
const SLOW_TEST_MS = 180_000

export function phonepass(store: Store) {
  const post = (path: string, phone: unknown, password: unknown) =>
    store.api("POST", `/auth/customer/phonepass${path}`, {
      body: { phone, password },
    })
  const register = (phone: unknown, password: unknown = PASSWORD) =>
    post("/register", phone, password)
  const login = (phone: unknown, password: unknown = PASSWORD) =>
    post("", phone, password)

  const expectRefused = ({ status, body }: HttpResponse, message: RegExp) => {
    expect(status).toBe(401)
    expect(body).toEqual({
      type: "unauthorized",
      message: expect.stringMatching(message),
    })
  }

  const expectNoHash = (answer: unknown, token?: string) => {
    const seen = JSON.stringify([answer, token && decodeJwt(token)])
    expect(seen).not.toMatch(/\$2[aby]?\$/)
  }

  describe("phonepass", () => {
    it("registers and logs in, whatever the spelling, and answers no hash", async () => {
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

    it("keeps nothing of the password but a bcrypt hash of cost 10", async () => {
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
      ["one letter", "x"],
      ["a NUL amid letters", "be\u0000fore"],
    ])("takes a password of %s as a whole", async (_what, password) => {
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
    ])("registers no password of %s", async (_what, password) => {
      const phone = freshPhone()

      const answer = await expectNothingWritten(store, () =>
        register(phone, password)
      )

      expectRefused(answer, /^Password: expected at most (72 bytes|1024 char)/)
      expect(await identitiesOf(store, phone)).toEqual([])
    })

    it("cuts no password at 72 bytes to log somebody in", async () => {
      const phone = freshPhone()
      const password = "x".repeat(72)
      await register(phone, password)

      expectRefused(
        await login(phone, `${password}y`),
        /^Password: expected at most 72 bytes/
      )
      expectRefused(
        await register(phone, `${password}y`),
        /^Password: expected at most 72 bytes/
      )
      expect((await login(phone, password)).status).toBe(200)
    })

    it.each([
      ["a number", 12345678],
      ["a list", [PASSWORD]],
      ["an object", { $ne: "" }],
      ["null", null],
      ["an empty text", ""],
    ])("takes no password that is %s", async (_what, password) => {
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
    ])("takes no phone that is %s", async (_what, phone) => {
      const answers = await expectNothingWritten(store, () =>
        Promise.all([register(phone), login(phone)])
      )

      for (const { status, body } of answers) {
        expect(status).toBe(400)
        expect(body.code).toBe("invalid_body")
      }
    })

    it("never overwrites: another password is refused, and the first one still works", async () => {
      const phone = freshPhone()
      await register(phone)

      const other = await expectNothingWritten(store, () =>
        register(spellings(phone)[2], "another password")
      )

      expectRefused(other, /already exists/)
      expectRefused(await login(phone, "another password"), /^Invalid/)
      expect((await login(phone)).status).toBe(200)
    })

    it("takes a registration up again with the same password, as the same identity", async () => {
      const phone = freshPhone()
      const first = await register(phone)

      const second = await expectNothingWritten(store, () =>
        register(spellings(phone)[1])
      )

      expect(second.status).toBe(200)
      expect(decodeJwt(second.body.token).auth_identity_id).toBe(
        decodeJwt(first.body.token).auth_identity_id
      )
    })

    it("registers nobody twice, not with the same password either", async () => {
      const { phone, password } = await registerCustomer(store, {
        provider: "phonepass",
      })

      const again = await expectNothingWritten(store, () =>
        register(phone, password)
      )

      expectRefused(again, /already exists/)
    })

    it("makes one identity of 50 simultaneous registrations in five spellings", async () => {
      const phone = freshPhone()

      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, i) => register(spellings(phone)[i % 5]))
      )

      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
      const [identity, ...others] = await identitiesOf(store, phone)
      expect(others).toEqual([])
      const named = answers.map(
        ({ body }) => decodeJwt(body.token).auth_identity_id
      )
      expect(new Set(named)).toEqual(new Set([identity.auth_identity_id]))
    })

    it("lets one of 20 simultaneous registrations with different passwords win", async () => {
      const phone = freshPhone()
      const passwords = Array.from({ length: 20 }, (_, i) => `password ${i}`)

      const answers = await Promise.all(
        passwords.map((password) => register(phone, password))
      )

      const won = passwords.filter((_, i) => answers[i].status === 200)
      expect(won).toHaveLength(1)
      const refused = answers.filter(({ status }) => status === 401)
      expect(refused).toHaveLength(19)
      expect(await identitiesOf(store, phone)).toHaveLength(1)
      expect((await login(phone, won[0])).status).toBe(200)
      const lost = passwords.find((password) => password !== won[0])
      expect((await login(phone, lost)).status).toBe(401)
    })

    it(
      "answers an unknown phone and a wrong password alike, in words and in time",
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

    it("takes a new password from Medusa's own reset, and none it could not tell from another", async () => {
      const { phone } = await verifiedCustomer(store, { provider: "phonepass" })
      const update = async (password: string) =>
        store.api("POST", "/auth/customer/phonepass/update", {
          token: await resetToken(phone!),
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
      expect(await identitiesOf(store, phone!)).toMatchObject([
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
