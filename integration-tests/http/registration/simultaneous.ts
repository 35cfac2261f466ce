import {
  freshEmail,
  freshPhone,
  messagesTo,
  registerIdentity,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { customersWith, identitiesOf } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { spellings } from "../../helpers/spellings"
import { Store } from "../../helpers/store"
import { written } from "../../helpers/written"

const CLIENTS = 50
const LOSER_CODES = ["already_registered", "contact_taken"]

/** Of two server processes over one database. */
export function simultaneousRegistrations(store: Store) {
  const register = (token: string, email: string, phone: string, i: number) =>
    signUp(store, token, { email, phone }, i % 2)

  const emails = () => Array.from({ length: CLIENTS }, () => freshEmail())

  /** The one answer that registered; all others are refusals, and none is the server's fault. */
  const onlyWinner = (answers: HttpResponse[]): number => {
    const won = answers.flatMap(({ status }, i) => (status === 200 ? [i] : []))
    expect(won).toHaveLength(1)
    for (const { status, body } of answers.filter((_, i) => i !== won[0])) {
      expect([400, 422]).toContain(status)
      expect(LOSER_CODES).toContain(body.code)
    }
    return won[0]
  }

  const expectOneAccount = async (
    before: Awaited<ReturnType<typeof written>>,
    phone: string,
    email: string
  ) => {
    const after = await written(store)
    expect(after.customers).toHaveLength(before.customers.length + 1)
    expect(await customersWith(store, phone)).toMatchObject([
      { email, phone, has_account: true },
    ])
    expect(after.reservations).toEqual([])
    // A code for each contact, and for each what a send takes: once, in an hour, in a day.
    expect(after.codes).toHaveLength(before.codes.length + 2)
    expect(after.limits).toHaveLength(before.limits.length + 6)
    expect(messagesTo(store, phone)).toHaveLength(1)
  }

  describe("POST /store/customers, 50 times at once on two servers", () => {
    it("creates one account for one phone in five spellings with one identity of phonepass", async () => {
      const phone = freshPhone()
      const token = await registerIdentity(store, "phonepass", phone)
      const others = emails()
      const before = await written(store)

      const answers = await Promise.all(
        others.map((email, i) =>
          register(token, email, spellings(phone)[i % 5], i)
        )
      )

      const winner = onlyWinner(answers)
      await expectOneAccount(before, phone, others[winner])
      expect(await identitiesOf(store, phone)).toMatchObject([
        { customer_id: answers[winner].body.customer.id },
      ])
      for (const email of others) {
        const sent = messagesTo(store, email)
        expect(sent).toHaveLength(email === others[winner] ? 1 : 0)
      }
    })

    it("creates an account for each of 50 identities of emailpass that name one phone in five spellings", async () => {
      const phone = freshPhone()
      const others = emails()
      const tokens = await Promise.all(
        others.map((email) => registerIdentity(store, "emailpass", email))
      )

      const answers = await Promise.all(
        others.map((email, i) =>
          register(tokens[i], email, spellings(phone)[i % 5], i)
        )
      )

      // The limits of the phone's messages end this: without a code there is no registration.
      for (const { status, body } of answers) {
        expect([200, 429]).toContain(status)
        expect(status === 200 || body.code === "otp_throttled").toBe(true)
      }
      const customers = await customersWith(store, phone)
      const registered = answers.filter(({ status }) => status === 200)
      expect(registered.length).toBeGreaterThan(1)
      expect(customers).toHaveLength(registered.length)
      expect((await written(store)).reservations).toEqual([])
    })

    it("creates one account for one identity of emailpass with 50 phones", async () => {
      const email = freshEmail()
      const token = await registerIdentity(store, "emailpass", email)
      const phones = Array.from({ length: CLIENTS }, () => freshPhone())
      const before = await written(store)

      const answers = await Promise.all(
        phones.map((phone, i) => register(token, email, phone, i))
      )

      const winner = onlyWinner(answers)
      await expectOneAccount(before, phones[winner], email)
      expect(await identitiesOf(store, email)).toMatchObject([
        { customer_id: answers[winner].body.customer.id },
      ])
    })
  })
}
