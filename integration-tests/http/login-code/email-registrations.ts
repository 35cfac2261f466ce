import { admin } from "../../helpers/account-deletion"
import {
  askForLogin,
  confirmLogin,
  logInByCode,
  loginCode,
} from "../../helpers/code-login"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import { decodeJwt, freshEmail } from "../../helpers/fixtures"
import { NEW_PASSWORD, resetPassword } from "../../helpers/new-password"
import { customerRow, insertCustomer } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

/** Codes of which each may be guessed five times: as many as the default of `limits.failures_per_day` allows. */
const CODES_OF_A_DAY = 4

export function emailRegistrations(store: Store) {
  const register = async (email: string) => {
    const { status, body } = await logInByCode(store, { email })
    expect(status).toBe(200)
    return String(decodeJwt(body.token).actor_id)
  }

  describe("The first code of an e-mail that no account has", () => {
    it("registers a customer who has proven it, and changes nothing of a guest who ordered with it", async () => {
      const email = freshEmail()
      const guest = await insertCustomer(store, { email, has_account: false })
      const before = await customerRow(store, guest)
      const id = await register(email)

      expect(id).not.toBe(guest)
      expect(await customerRow(store, id)).toMatchObject({
        email,
        email_verified: true,
        has_account: true,
      })
      expect(await customerRow(store, guest)).toEqual(before)
    })

    it("registers a new customer after the account that had it was erased", async () => {
      const email = freshEmail()
      const erased = await register(email)
      const request = await insertConfirmedRequest(store, erased)
      const { status } = await admin(store, "POST", `/${request}/execute`)
      expect(status).toBe(200)
      const id = await register(email)

      expect(id).not.toBe(erased)
      expect(await customerRow(store, id)).toMatchObject({
        email,
        email_verified: true,
      })
    })
  })

  describe("A contact that has had 20 wrong login codes in a day", () => {
    it("gets no other one, with 429 otp_throttled, and logs in by a password that a reset sets", async () => {
      const email = freshEmail()
      await register(email)
      for (let nth = 0; nth < CODES_OF_A_DAY; nth++) {
        const { token, code } = await loginCode(store, { email })
        const wrong = String((Number(code) + 1) % 1e6).padStart(6, "0")
        for (let guess = 0; guess < 5; guess++) {
          await confirmLogin(store, { token, code: wrong })
        }
      }
      const asked = await expectNothingWritten(store, () =>
        askForLogin(store, { email })
      )
      expect([asked.status, asked.body.code]).toEqual([429, "otp_throttled"])
      await resetPassword(store, email)
      const password = await signInWith(store, "emailpass", email, NEW_PASSWORD)
      expect(password.status).toBe(200)
    })
  })
}
