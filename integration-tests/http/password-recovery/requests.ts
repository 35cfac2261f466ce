import { sleep } from "../../../scripts/lib/clock"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { askForRecovery } from "../../helpers/new-password"
import { insertCustomer } from "../../helpers/rows"
import { shapeOf } from "../../helpers/shape-of"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

/** Longer than the plugin waits before it sends a message. */
const QUIET_MS = 2_000

const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

export function recoveryRequests(store: Store) {
  const phoneAccount = () =>
    verifiedCustomer(store, { provider: "phonepass", email: freshEmail() })

  /** Who can have a phone number, and whether a message goes to it. */
  const PHONES: [string, boolean, () => Promise<string>][] = [
    ["a customer", true, async () => (await phoneAccount()).phone],
    ["nobody", false, () => Promise.resolve(freshPhone())],
    [
      "a customer who has proven nothing",
      true,
      async () => {
        const account = await registerCustomer(store, {
          provider: "phonepass",
          email: freshEmail(),
        })
        return account.phone
      },
    ],
    [
      "a customer who has proven nothing and registered by e-mail",
      false,
      async () => {
        const account = await registerCustomer(store, { phone: freshPhone() })
        return account.phone
      },
    ],
    [
      "an unfinished registration",
      true,
      async () => {
        const phone = freshPhone()
        await registerIdentity(store, "phonepass", phone)
        return phone
      },
    ],
    [
      "a customer whose e-mail is proven and whose phone is not",
      false,
      async () => {
        const phone = freshPhone()
        await verifiedCustomer(store, { phone })
        return phone
      },
    ],
    [
      "a customer who logs in through another provider",
      false,
      async () => {
        const phone = freshPhone()
        await otherProvidersCustomer(store, phone)
        return phone
      },
    ],
    [
      "a customer without an account",
      false,
      async () => {
        const phone = freshPhone()
        await insertCustomer(store, { phone, has_account: false })
        return phone
      },
    ],
  ]

  describe("POST /store/customers/password/request", () => {
    it("answers every phone alike, and sends a code to who logs in with it only", async () => {
      const shapes: unknown[] = []
      const sent: boolean[] = []
      for (const [, , makePhone] of PHONES) {
        const phone = await makePhone()
        const before = messagesTo(store, phone).length
        const answer = await askForRecovery(store, { phone })
        shapes.push(shapeOf(answer))
        expect(answer.body.expires_at).toMatch(ISO_DATE)
        expect(JSON.stringify(decodeJwt(answer.body.token))).not.toMatch(
          /cus_|authid_|actor|entity_id|auth_provider/
        )
        await sleep(QUIET_MS)
        sent.push(messagesTo(store, phone).length > before)
      }

      expect(shapes).toEqual(PHONES.map(() => shapes[0]))
      expect(shapes[0]).toMatchObject({
        status: 200,
        rest: {},
        expires: "string",
      })
      expect(PHONES.map(([who], i) => [who, sent[i]])).toEqual(
        PHONES.map(([who, expected]) => [who, expected])
      )
    })

    it("answers every e-mail alike, and sends a code to a verified one only", async () => {
      const { email } = await verifiedCustomer(store, { phone: freshPhone() })
      const house = freshEmail()
      await otherProvidersCustomer(store, freshPhone(), house)
      const unknown = freshEmail()

      const answers = [
        await askForRecovery(store, { email: email.toUpperCase() }),
        await askForRecovery(store, { email: unknown }),
        await askForRecovery(store, { email: house }),
      ]

      const shapes = answers.map(shapeOf)
      expect(shapes).toEqual([shapes[0], shapes[0], shapes[0]])
      await messageTo(store, email, 2)
      await sleep(QUIET_MS)
      expect(messagesTo(store, unknown)).toEqual([])
      expect(messagesTo(store, house)).toEqual([])
    })

    it("sends the code after the answer, which does not change when the provider fails", async () => {
      const { phone } = await phoneAccount()
      store.slowProvider(3_000)
      const start = Date.now()
      const slow = await askForRecovery(store, { phone })
      const took = Date.now() - start
      await messageTo(store, phone, 2)
      store.slowProvider(0)
      expect(slow.status).toBe(200)
      expect(took).toBeLessThan(2_500)

      const failures = () =>
        store.log().match(/failed to deliver a password_recovery code/g) ?? []
      const before = failures().length
      store.failProvider(true)
      const failed = await askForRecovery(store, { phone })
      await sleep(QUIET_MS)
      store.failProvider(false)
      expect(shapeOf(failed)).toEqual(shapeOf(slow))
      expect(failures()).toHaveLength(before + 1)
      expect(store.log()).not.toContain(phone)
    })

    it("refuses known and unknown contacts alike with 429 otp_throttled", async () => {
      const { phone } = await phoneAccount()
      const outcomes: unknown[] = []
      for (const contact of [phone, freshPhone()]) {
        const statuses: number[] = []
        let last: HttpResponse | undefined
        for (let i = 0; i < 9; i++) {
          last = await askForRecovery(store, { phone: contact }, i % 2)
          statuses.push(last.status)
        }
        const { retry_after, ...body } = last!.body
        expect(statuses.slice(0, -1)).toEqual(
          statuses.slice(0, -1).map(() => 200)
        )
        expect(retry_after).toBeGreaterThan(0)
        expect(last!.headers["retry-after"]).toBe(String(retry_after))
        outcomes.push({ status: last!.status, body })
      }

      expect(outcomes[1]).toEqual(outcomes[0])
      expect(outcomes[0]).toMatchObject({
        status: 429,
        body: { type: "too_many_requests", code: "otp_throttled" },
      })
      await sleep(QUIET_MS)
    })

    it.each([
      ["no contact", {}],
      ["both contacts", { phone: "+12133734253", email: "a@example.com" }],
      ["an array", { phone: ["+12133734253"] }],
      ["an object", { email: { $ne: null } }],
      ["an impossible number", { phone: "+1213" }],
      ["a control character", { email: "a@example.com\u0000" }],
      ["an unknown field", { phone: "+12133734253", customer_id: "cus_1" }],
    ])("refuses %s with 400 invalid_body", async (_what, body) => {
      const answer = await expectNothingWritten(store, () =>
        askForRecovery(store, body)
      )

      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({ code: "invalid_body" })
    })
  })
}

/** As one who signed up with Google: an account, and no password anywhere. */
async function otherProvidersCustomer(
  store: Store,
  phone: string,
  email = freshEmail()
): Promise<void> {
  const { body } = await store.api("POST", "/auth/customer/house", {
    body: { name: email, secret: "open sesame" },
  })
  const { auth_identity_id } = decodeJwt(body.token)
  const id = await insertCustomer(store, { phone, email })
  await store.db.query(
    "update auth_identity set app_metadata = jsonb_build_object('customer_id', $1::text) where id = $2",
    [id, auth_identity_id]
  )
}
