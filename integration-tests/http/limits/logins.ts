import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { codeOf } from "../../helpers/codes"
import { letPass } from "../../helpers/otp"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { ADMIN } from "../../store/admin"
import { LOGINS_PER_DAY } from "./settings"

const WRONG = "not the password"
const DAY = 86_400

/** In a store that registers by e-mail and phone. */
export function wrongPasswords(store: Store) {
  const member = () => verifiedCustomer(store, { phone: freshPhone() })

  const logIn = (email: string, password = PASSWORD, token?: string) =>
    store.api("POST", "/auth/customer/emailpass", {
      body: { email, password },
      token,
    })

  /** One wrong password after the other → the answers, of which the last is throttled. */
  const guessAll = async (email: string) => {
    const answers = []
    for (let nth = 0; nth <= LOGINS_PER_DAY; nth++) {
      // Another spelling is the same contact, and costs a second look-up, not a second count.
      answers.push(await logIn(nth % 2 ? email.toUpperCase() : email, WRONG))
    }
    return answers.map(({ status, body, headers }) => ({
      status,
      body: { ...body, retry_after: typeof body.retry_after },
      waits: headers["retry-after"] === String(body.retry_after),
    }))
  }

  describe("Wrong passwords for one contact", () => {
    it("are refused with 429 login_throttled beyond the limit, for members and strangers alike", async () => {
      const answers = await guessAll((await member()).email)

      expect(answers.map(({ status }) => status)).toEqual([
        ...Array(LOGINS_PER_DAY).fill(401),
        429,
      ])
      expect(answers.at(-1)).toEqual({
        status: 429,
        body: {
          type: "too_many_requests",
          code: "login_throttled",
          message: expect.any(String),
          retry_after: "number",
        },
        waits: true,
      })
      expect(await guessAll(freshEmail())).toEqual(answers)
    })

    it("hold up the right one, but nobody else and no longer than a day", async () => {
      const [owner, other] = [await member(), await member()]
      await guessAll(owner.email)
      expect((await logIn(owner.email)).status).toBe(429)
      expect((await logIn(other.email)).status).toBe(200)
      await letPass(store, DAY)
      expect((await logIn(owner.email)).status).toBe(200)
    })

    it("do not count right ones", async () => {
      const { email } = await member()
      for (let nth = 0; nth <= LOGINS_PER_DAY; nth++) {
        expect((await logIn(email)).status).toBe(200)
      }
    })

    it("do not count for whoever holds a token of the account", async () => {
      const [owner, other] = [await member(), await member()]
      await guessAll(owner.email)
      const withToken = (password?: string) =>
        logIn(owner.email, password, owner.token)
      expect((await withToken(WRONG)).status).toBe(401)
      expect((await withToken()).status).toBe(200)
      expect((await logIn(owner.email, PASSWORD, other.token)).status).toBe(429)
      await store.db.query("update customer set email = $1 where id = $2", [
        `x${owner.email}`,
        owner.customer.id,
      ])
      // Whoever has only named the e-mail, as their second contact, is no owner of it.
      await store.db.query("update customer set email = $1 where id = $2", [
        owner.email,
        other.customer.id,
      ])
      expect((await logIn(owner.email, PASSWORD, other.token)).status).toBe(429)
    })

    it("are forgotten with a recovery", async () => {
      const { email } = await member()
      await guessAll(email)
      const sent = messagesTo(store, email).length
      const asked = await store.api(
        "POST",
        "/store/customers/password/request",
        {
          body: { email },
        }
      )
      const code = codeOf(await messageTo(store, email, sent + 1))
      const password = "another long one"
      const confirmed = await store.api(
        "POST",
        "/store/customers/password/confirm",
        { body: { token: asked.body.token, code, password } }
      )
      expect(confirmed.status).toBe(200)
      expect((await logIn(email, password)).status).toBe(200)
    })

    it("count for phones as well, and for no admin", async () => {
      const { customer, phone, registrationToken } = await verifiedCustomer(
        store,
        { provider: "phonepass", email: freshEmail() }
      )
      expect([customer.phone, typeof registrationToken]).toEqual([
        phone,
        "string",
      ])
      for (let nth = 0; nth < LOGINS_PER_DAY; nth++) {
        const { status } = await signInWith(store, "phonepass", phone, WRONG)
        expect(status).toBe(401)
      }
      expect((await signInWith(store, "phonepass", phone)).status).toBe(429)
      expect(await lastCodeFor(store, phone)).toBeTruthy()
      for (let nth = 0; nth <= LOGINS_PER_DAY; nth++) {
        const { status } = await store.api("POST", "/auth/user/emailpass", {
          body: { email: ADMIN.email, password: WRONG },
        })
        expect(status).toBe(401)
      }
    })
  })
}
