import { lastCodeFor } from "../../helpers/fixtures"
import { letPass, send, verify, wrongCode } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"
import { sentCode, signedUp } from "./sent-code"

export function failuresPerDay(store: Store) {
  describe("The limit of wrong guesses in a day", () => {
    it("holds over new codes, refuses the customer after 20 wrong guesses, and ends after 24 hours", async () => {
      const { customer, phone } = await signedUp(store)
      let last = { token: "", code: "" }
      for (let round = 0; round < 4; round++) {
        const { body } = await send(store, customer.id)
        const code = await lastCodeFor(store, phone)
        for (let guess = 0; guess < 5; guess++) {
          await verify(store, body.token, wrongCode(code))
        }
        last = { token: body.token, code }
        await letPass(store, 3601)
      }

      const blocked = await send(store, customer.id)
      expect(blocked).toMatchObject({
        status: 429,
        body: { code: "otp_throttled" },
      })
      expect(blocked.body.retry_after).toBeGreaterThan(19 * 3600)
      await store.db.query(
        "update otp_verification set attempts = 0, expires_at = now() + interval '1 hour' where subject = $1",
        [customer.id]
      )
      const right = await verify(store, last.token, last.code)
      expect(right).toMatchObject({
        status: 400,
        body: { code: "otp_attempts_exceeded" },
      })
      expect((await signedUp(store)).customer.id).toEqual(expect.any(String))

      await letPass(store, 86_400)
      expect((await send(store, customer.id)).status).toBe(200)
    })

    it("is answered for an expired, a used and a deleted code too", async () => {
      const { customer, phone } = await signedUp(store)
      let token = ""
      for (let round = 0; round < 4; round++) {
        token = (await send(store, customer.id)).body.token
        const code = await lastCodeFor(store, phone)
        for (let guess = 0; guess < 5; guess++) {
          await verify(store, token, wrongCode(code))
        }
        await letPass(store, 3601)
      }
      const expectExceeded = async () => {
        const refused = await expectNothingWritten(store, () =>
          verify(store, token, "123456")
        )
        expect(refused).toMatchObject({
          status: 400,
          body: { code: "otp_attempts_exceeded" },
        })
      }

      await expectExceeded()
      const code = "where subject = $1"
      await store.db.query(`update otp_verification set attempts = 0 ${code}`, [
        customer.id,
      ])
      await expectExceeded()
      await store.db.query(
        `update otp_verification set consumed_at = now() ${code}`,
        [customer.id]
      )
      await expectExceeded()
      await store.db.query(`delete from otp_verification ${code}`, [
        customer.id,
      ])
      await expectExceeded()
      await letPass(store, 86_400)
      expect((await verify(store, token, "123456")).body.code).toBe(
        "otp_expired"
      )
    })

    it("does not count a right code", async () => {
      const { id, token, code } = await sentCode(store)
      await verify(store, token, code)
      const { rows } = await store.db.query(
        "select 1 from otp_limit where cardinality(hits) = 0"
      )
      expect(rows.length).toBeGreaterThan(0)
      expect(await customerRow(store, id)).toMatchObject({
        phone_verified: true,
      })
    })
  })
}
