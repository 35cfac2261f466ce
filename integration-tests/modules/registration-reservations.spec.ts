import { atOnce } from "../helpers/at-once"
import {
  Registration,
  registrationModule,
} from "../helpers/registration-module"

const EMAIL = "ada@example.com"
const PHONE = "+12133734253"

describe("The registration module", () => {
  registrationModule((service: Registration, sql) => {
    const leases = () =>
      sql<{ key: string; holder: string }>(
        "select key, holder from contact_reservation"
      )

    const passTime = (seconds: number) =>
      sql(
        "update contact_reservation set expires_at = expires_at - ? * interval '1 second'",
        [seconds]
      )

    it("reserve gives a contact to one of 50 calls at once", async () => {
      const holders = await atOnce(50, () => service.reserve([PHONE]))

      const [holder, ...others] = holders.filter(Boolean)
      expect(others).toEqual([])
      expect(await leases()).toEqual([{ key: expect.any(String), holder }])
    })

    it("reserve gives two contacts to one of 50 calls at once, in any order", async () => {
      const orders = [
        [PHONE, EMAIL],
        [EMAIL, PHONE],
      ]

      const holders = await atOnce(50, (nth) =>
        service.reserve(orders[nth % 2])
      )

      expect(holders.filter(Boolean)).toHaveLength(1)
      expect(await leases()).toHaveLength(2)
    })

    it("reserve gives all contacts or none", async () => {
      await service.reserve([PHONE])
      const before = await leases()

      expect(await service.reserve([EMAIL, PHONE])).toBeUndefined()

      expect(await leases()).toEqual(before)
      expect(await service.reserve([EMAIL])).toBeDefined()
    })

    it("reserve reads a repeated contact as one", async () => {
      expect(await service.reserve([PHONE, PHONE])).toBeDefined()
    })

    it("a reservation ends after a minute and not before", async () => {
      await service.reserve([PHONE])

      await passTime(50)
      expect(await service.reserve([PHONE])).toBeUndefined()
      await passTime(10)
      const holders = await atOnce(20, () => service.reserve([PHONE]))
      expect(holders.filter(Boolean)).toHaveLength(1)
    })

    it("a reservation ends when its holder releases it", async () => {
      const holder = await service.reserve([PHONE, EMAIL])

      await service.release(holder!)

      expect(await leases()).toEqual([])
      expect(await service.reserve([EMAIL])).toBeDefined()
    })

    it("a late holder does not release another holder's reservation", async () => {
      const late = await service.reserve([PHONE])
      await passTime(60)
      await service.reserve([PHONE])

      await service.release(late!)

      expect(await service.reserve([PHONE])).toBeUndefined()
    })

    it("a reservation stores no contact", async () => {
      await service.reserve([PHONE, EMAIL])

      const stored = JSON.stringify(await leases())
      expect(stored).not.toContain(PHONE.slice(1))
      expect(stored).not.toContain("ada")
    })
  })
})
