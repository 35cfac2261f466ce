import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  registerCustomer,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { send, verify } from "../../helpers/otp"
import { customersWith } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { houseCustomer, registerByEmail } from "./persons"

const ROUNDS = 5

export function simultaneousProofs(store: Store) {
  const codeFor = async (
    id: string,
    type: "email_verification" | "phone_verification",
    to: string
  ) => {
    const { body } = await send(store, id, type)
    return { token: String(body.token), code: await lastCodeFor(store, to) }
  }
  const expectOne = (answers: HttpResponse[]) => {
    const [won, lost] = answers.sort((one, two) => one.status - two.status)
    expect(won.status).toBe(200)
    expect([lost.status, lost.body.code]).toEqual([422, "contact_taken"])
  }

  describe("Two customers who prove one contact at once, on two servers", () => {
    it("leave one account with the phone", async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const phone = freshPhone()
        const typed = []
        for (let nth = 0; nth < 2; nth++) {
          const { customer } = await registerCustomer(store, { phone })
          typed.push(await codeFor(customer.id, "phone_verification", phone))
        }

        expectOne(
          await Promise.all(
            typed.map(({ token, code }, nth) => verify(store, token, code, nth))
          )
        )

        expect(await customersWith(store, phone)).toMatchObject([
          { phone, phone_verified: true },
        ])
      }
    })

    it("leave one account with the e-mail, be it on the record or kept apart", async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const email = freshEmail()
        const named = await houseCustomer(store, {
          email,
          phone: freshPhone(),
        })
        const late = await registerByEmail(store, email)
        const typed = [
          await codeFor(named.id, "email_verification", email),
          await codeFor(late.id, "email_verification", email),
        ]

        expectOne(
          await Promise.all(
            typed.map(({ token, code }, nth) => verify(store, token, code, nth))
          )
        )

        expect(await customersWith(store, email)).toMatchObject([
          { email, email_verified: true },
        ])
        const { rows } = await store.db.query("select * from pending_email")
        expect(rows).toEqual([])
      }
    })
  })
}
