import { atOnce } from "../helpers/at-once"
import {
  Registration,
  registrationModule,
} from "../helpers/registration-module"

const EMAIL = "ada@example.com"
const PHONE = "+12133734253"

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

  it("gives a contact to one of 50 who ask at once", async () => {
    const holders = await atOnce(50, () => service.reserve([PHONE]))

    const [holder, ...others] = holders.filter(Boolean)
    expect(others).toEqual([])
    expect(await leases()).toEqual([{ key: expect.any(String), holder }])
  })

  it("gives both contacts to one of 50, in whatever order they are named", async () => {
    const orders = [
      [PHONE, EMAIL],
      [EMAIL, PHONE],
    ]

    const holders = await atOnce(50, (nth) => service.reserve(orders[nth % 2]))

    expect(holders.filter(Boolean)).toHaveLength(1)
    expect(await leases()).toHaveLength(2)
  })

  it("gives all of the contacts or none", async () => {
    await service.reserve([PHONE])
    const before = await leases()

    expect(await service.reserve([EMAIL, PHONE])).toBeUndefined()

    expect(await leases()).toEqual(before)
    expect(await service.reserve([EMAIL])).toBeDefined()
  })

  it("takes a contact named twice for one", async () => {
    expect(await service.reserve([PHONE, PHONE])).toBeDefined()
  })

  it("has them free again after a minute, and not before", async () => {
    await service.reserve([PHONE])

    await passTime(50)
    expect(await service.reserve([PHONE])).toBeUndefined()
    await passTime(10)
    const holders = await atOnce(20, () => service.reserve([PHONE]))
    expect(holders.filter(Boolean)).toHaveLength(1)
  })

  it("has them free again when their holder releases them", async () => {
    const holder = await service.reserve([PHONE, EMAIL])

    await service.release(holder!)

    expect(await leases()).toEqual([])
    expect(await service.reserve([EMAIL])).toBeDefined()
  })

  it("lets nobody release what another holds by now", async () => {
    const late = await service.reserve([PHONE])
    await passTime(60)
    await service.reserve([PHONE])

    await service.release(late!)

    expect(await service.reserve([PHONE])).toBeUndefined()
  })

  it("stores no contact", async () => {
    await service.reserve([PHONE, EMAIL])

    const stored = JSON.stringify(await leases())
    expect(stored).not.toContain(PHONE.slice(1))
    expect(stored).not.toContain("ada")
  })
})
