import { decodeJwt, freshPhone, registerCustomer } from "../../helpers/fixtures"
import { identitiesOf } from "../../helpers/rows"
import { spellings } from "../../helpers/spellings"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"
import { expectRefused, phonepassOf } from "./client"

export function phonepassIdentities(store: Store) {
  const { register, login } = phonepassOf(store)

  describe("A registration by phonepass", () => {
    it("refuses another password for a registered phone, and the first password still works", async () => {
      const phone = freshPhone()
      await register(phone)

      const other = await expectNothingWritten(store, () =>
        register(spellings(phone)[2], "another password")
      )

      expectRefused(other, /already exists/)
      expectRefused(await login(phone, "another password"), /^Invalid/)
      expect((await login(phone)).status).toBe(200)
    })

    it("resumes with the same password as the same identity", async () => {
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

    it("refuses a phone that has an account, with the same password too", async () => {
      const { phone, password } = await registerCustomer(store, {
        provider: "phonepass",
      })

      const again = await expectNothingWritten(store, () =>
        register(phone, password)
      )

      expectRefused(again, /already exists/)
    })

    it("creates one identity for 50 registrations at once in five spellings", async () => {
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

    it("succeeds once for 20 registrations at once with different passwords", async () => {
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
  })
}
