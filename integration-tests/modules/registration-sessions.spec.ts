import { atOnce } from "../helpers/at-once"
import {
  insertAccount,
  Registration,
  registrationModule,
} from "../helpers/registration-module"

describe("The registration module", () => {
  registrationModule((service: Registration, sql) => {
    const now = () => Math.floor(Date.now() / 1000)
    const rows = () =>
      sql<{ customer_id: string; valid_from: string }>(
        "select * from customer_session"
      )

    it("revokes the sessions of the second that runs", async () => {
      const { id } = await insertAccount(sql, { email: "ada@example.com" })
      expect(await service.retrieveSession(id)).toMatchObject({
        contacts: { id, email: "ada@example.com", email_verified: false },
        valid_from: undefined,
      })
      const before = now()
      const validFrom = await service.revokeSessions(id)
      expect(validFrom).toBeGreaterThan(before)
      expect(validFrom).toBeLessThanOrEqual(now() + 1)
      expect(await service.retrieveSession(id)).toMatchObject({
        contacts: { id },
        valid_from: validFrom,
      })
    })

    it("gives each of 50 revocations at once a second of its own", async () => {
      const seconds = await atOnce(50, () => service.revokeSessions("cus_1"))
      expect(new Set(seconds).size).toBe(50)
      expect(await rows()).toEqual([
        expect.objectContaining({
          valid_from: String(Math.max(...(seconds as number[]))),
        }),
      ])
    })

    it("lets one of 50 tokens revoke, if all are equally old", async () => {
      const iat = now()
      const seconds = await atOnce(50, () =>
        service.revokeSessions("cus_1", iat)
      )
      expect(seconds.filter(Boolean)).toHaveLength(1)
    })

    it("voids the token that asks, however fast the clock was that made it", async () => {
      const iat = now() + 3600
      expect(await service.revokeSessions("cus_1", iat)).toBe(iat + 1)
    })

    it("knows no contacts of a customer who is gone", async () => {
      expect(await service.retrieveSession("cus_none")).toEqual({
        contacts: undefined,
        valid_from: undefined,
      })
    })
  })
})
