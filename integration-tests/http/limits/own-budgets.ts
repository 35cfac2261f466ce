import {
  Account,
  freshEmail,
  freshPhone,
  lastCodeFor,
  messageTo,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { codeOf } from "../../helpers/codes"
import { HttpResponse } from "../../helpers/http"
import { letPass, send, verify, wrongCode } from "../../helpers/otp"
import { Store } from "../../helpers/store"

const TYPE = "email_verification"
const GUESSES = 5
const DAILY_FAILURES = 20
const PER_HOUR = 5

/** In a store that registers by e-mail and phone. */
export function ownBudgets(store: Store) {
  const signedUp = () => registerCustomer(store, { phone: freshPhone() })

  const sendOwn = ({ customer, registrationToken: token }: Account) =>
    send(store, customer.id, TYPE, { token })

  const recover = (email: string, token?: string) =>
    store.api("POST", "/store/customers/password/request", {
      body: { email },
      token,
    })

  const confirm = (token: unknown, code: unknown) =>
    store.api("POST", "/store/customers/password/confirm", {
      body: { token, code, password: "another long one" },
    })

  /** As a stranger: every send and every guess of a day. */
  async function useUp(
    request: () => Promise<HttpResponse>,
    guess: (token: unknown, code: string) => Promise<HttpResponse>
  ): Promise<void> {
    for (let sent = 0; sent < DAILY_FAILURES / GUESSES; sent++) {
      const { status, body } = await request()
      expect(status).toBe(200)
      for (let nth = 0; nth < GUESSES; nth++) {
        const refused = await guess(body.token, "000000")
        expect(refused.body.code).toBe("otp_invalid")
      }
      await letPass(store, 61)
    }
    expect((await request()).body.code).toBe("otp_throttled")
  }

  describe("The owner's code, sent with their own token", () => {
    it("works after a stranger who knows their id has sent and guessed all that they can", async () => {
      const owner = await signedUp()
      const own = await sendOwn(owner)
      expect(own.status).toBe(200)
      const code = await lastCodeFor(store, owner.email)

      await useUp(
        () => send(store, owner.customer.id, TYPE),
        (token, typed) => verify(store, token, typed)
      )

      expect(await verify(store, own.body.token, code)).toMatchObject({
        status: 200,
      })
    })

    it("can still be requested then", async () => {
      const owner = await signedUp()
      await useUp(
        () => send(store, owner.customer.id, TYPE),
        (token, typed) => verify(store, token, typed)
      )

      const own = await sendOwn(owner)

      expect(own.status).toBe(200)
      const code = await lastCodeFor(store, owner.email)
      expect((await verify(store, own.body.token, code)).status).toBe(200)
    })

    it("has limits of its own, on sends and on guesses", async () => {
      const owner = await signedUp()
      const [first, again] = [await sendOwn(owner), await sendOwn(owner)]
      expect([first.status, again.status]).toEqual([200, 429])
      const code = await lastCodeFor(store, owner.email)
      for (let nth = 0; nth < GUESSES; nth++) {
        await verify(store, first.body.token, wrongCode(code))
      }
      expect(await verify(store, first.body.token, code)).toMatchObject({
        status: 400,
        body: { code: "otp_attempts_exceeded" },
      })
      for (let nth = 1; nth < PER_HOUR; nth++) {
        await letPass(store, 61)
        expect((await sendOwn(owner)).status).toBe(200)
      }
      await letPass(store, 61)
      expect(await sendOwn(owner)).toMatchObject({
        status: 429,
        body: { code: "otp_throttled" },
      })
      expect((await send(store, owner.customer.id, TYPE)).status).toBe(200)
    })

    it("is a stranger's if the token is another customer's, or none of this store", async () => {
      const [owner, other] = [await signedUp(), await signedUp()]
      const { id } = owner.customer
      expect((await send(store, id, TYPE)).status).toBe(200)
      for (const token of [other.registrationToken, "forged"]) {
        expect(await send(store, id, TYPE, { token })).toMatchObject({
          status: 429,
        })
      }
      expect((await sendOwn(owner)).status).toBe(200)
    })

    it("reaches a contact that they only named after a stranger has used it up", async () => {
      const owner = await signedUp()
      const { id } = owner.customer
      const phone = "phone_verification"
      for (let nth = 0; nth < PER_HOUR; nth++) {
        expect((await send(store, id, phone)).status).toBe(200)
        await letPass(store, 61)
      }
      expect((await send(store, id, phone)).status).toBe(429)
      const token = owner.registrationToken
      expect((await send(store, id, phone, { token })).status).toBe(200)
    })

    it("reaches a new contact after a stranger has used up its messages", async () => {
      const owner = await verifiedCustomer(store, { phone: freshPhone() })
      const stranger = await signedUp()
      for (let nth = 0; nth < PER_HOUR; nth++) {
        const sent = await send(
          store,
          stranger.customer.id,
          "phone_verification"
        )
        expect(sent.status).toBe(200)
        await letPass(store, 61)
      }
      await store.db.query("update customer set phone = null where id = $1", [
        stranger.customer.id,
      ])
      const changed = await store.api("POST", "/store/customers/me/contact", {
        token: owner.token,
        body: { phone: stranger.phone },
      })
      expect(changed.status).toBe(200)
    })
  })

  it("The wait for a change of phone does not hold up a change of e-mail", async () => {
    const { token } = await verifiedCustomer(store, { phone: freshPhone() })
    const change = async (body: { phone: string } | { email: string }) => {
      const path = "/store/customers/me/contact"
      return (await store.api("POST", path, { token, body })).status
    }
    expect(await change({ phone: freshPhone() })).toBe(200)
    expect(await change({ email: freshEmail() })).toBe(200)
    expect(await change({ phone: freshPhone() })).toBe(429)
    expect(await change({ email: freshEmail() })).toBe(429)
  })

  describe("The owner's recovery, requested with their own token", () => {
    it("works after a stranger who knows their e-mail has requested and guessed all that they can", async () => {
      const owner = await verifiedCustomer(store, { phone: freshPhone() })
      await useUp(() => recover(owner.email), confirm)
      const before = 1 + DAILY_FAILURES / GUESSES
      await messageTo(store, owner.email, before)

      const { status, body } = await recover(owner.email, owner.token)

      expect(status).toBe(200)
      const message = await messageTo(store, owner.email, before + 1)
      expect((await confirm(body.token, codeOf(message))).status).toBe(200)
    })

    it("is a stranger's if the token is another customer's who only named the e-mail", async () => {
      const owner = await verifiedCustomer(store, { phone: freshPhone() })
      const other = await verifiedCustomer(store, { phone: freshPhone() })
      expect((await recover(owner.email)).status).toBe(200)
      expect((await recover(owner.email, other.token)).status).toBe(429)
    })
  })
}
