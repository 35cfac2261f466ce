import { MedusaError } from "@medusajs/framework/utils"
import {
  customersOf,
  insertAccount,
  insertLogin,
  registrationModule,
  Registration,
  Row,
} from "../helpers/registration-module"

const EMAIL = "ada@example.com"
const PHONE = "+12133734253"

describe("The registration module", () => {
  registrationModule((service: Registration, sql) => {
    const flagsOf = async ({ id }: Row) => {
      const found = await service.retrieveContacts(id)
      return [found?.email_verified, found?.phone_verified]
    }

    it.each([
      ["create", () => service.createCustomerVerifications()],
      ["delete", () => service.deleteCustomerVerifications()],
      ["soft-delete", () => service.softDeleteCustomerVerifications()],
      ["restore", () => service.restoreCustomerVerifications()],
    ])(
      "refuses to %s verification rows, which are Medusa's customers",
      async (_name, act) => {
        await insertAccount(sql, { email: EMAIL })
        await insertAccount(sql, { email: EMAIL, deleted_at: new Date() })
        const before = await customersOf(sql)

        await expect(act()).rejects.toMatchObject({
          type: MedusaError.Types.NOT_ALLOWED,
        })

        expect(await customersOf(sql)).toEqual(before)
      }
    )

    it("updates the given flag and no other column", async () => {
      const row = await insertAccount(sql, {
        email: EMAIL,
        phone: PHONE,
        first_name: "Ada",
        metadata: { points: 7 },
      })

      await service.updateCustomerVerifications({
        id: row.id,
        email_verified: true,
      })

      const [now] = await customersOf(sql)
      expect(now).toMatchObject({
        ...row,
        email_verified: true,
        verified_at: expect.anything(),
        updated_at: expect.anything(),
      })
    })

    it("sets a flag once and drops it once", async () => {
      const row = await insertAccount(sql, { email: EMAIL, phone: PHONE })
      const ofPhone = {
        customer_id: row.id,
        contact: "phone" as const,
        value: PHONE,
      }

      expect(await service.setVerified(ofPhone, true)).toBe(true)
      expect(await service.setVerified(ofPhone, true)).toBe(false)
      expect(await flagsOf(row)).toEqual([false, true])
      expect(await service.setVerified(ofPhone, false)).toBe(true)
      expect(await flagsOf(row)).toEqual([false, false])
    })

    it.each([
      ["another value", { value: "other@example.com" }],
      ["another contact", { contact: "phone" as const }],
      ["another customer", { customer_id: "cus_none" }],
    ])("sets no flag for %s", async (_name, other) => {
      const row = await insertAccount(sql, { email: EMAIL, phone: PHONE })
      const before = await customersOf(sql)

      const changed = await service.setVerified(
        { customer_id: row.id, contact: "email", value: EMAIL, ...other },
        true
      )

      expect(changed).toBe(false)
      expect(await customersOf(sql)).toEqual(before)
    })

    it("finds an account by its contact, whatever its letter case in the row", async () => {
      const row = await insertAccount(sql, {
        email: "Ada@Example.com",
        phone: PHONE,
      })

      expect((await service.findAccount("email", EMAIL))?.id).toBe(row.id)
      expect((await service.findAccount("phone", PHONE))?.id).toBe(row.id)
      expect(await service.findAccount("phone", EMAIL)).toBeUndefined()
    })

    it("prefers the account that has verified a contact that two old accounts share", async () => {
      const loggingIn = await insertAccount(sql, { phone: PHONE })
      await insertLogin(sql, loggingIn.id, "phonepass", PHONE)
      const proven = await insertAccount(sql, {
        phone: PHONE,
        phone_verified: true,
      })

      expect((await service.findAccount("phone", PHONE))?.id).toBe(proven.id)
    })

    it("finds neither guests nor deleted accounts", async () => {
      await insertAccount(sql, { email: EMAIL, has_account: false })
      const deleted = await insertAccount(sql, {
        email: EMAIL,
        deleted_at: new Date(),
      })

      expect(await service.findAccount("email", EMAIL)).toBeUndefined()
      expect(await service.retrieveContacts(deleted.id)).toBeUndefined()
    })

    describe("markExisting of the registration module", () => {
      const all = { contacts: ["email", "phone"] as ("email" | "phone")[] }

      it("marks the contacts of accounts in batches", async () => {
        const both = await insertAccount(sql, { email: EMAIL, phone: PHONE })
        const email = await insertAccount(sql, { email: "b@example.com" })
        const third = await insertAccount(sql, { email: "c@example.com" })
        const untouched = [
          await insertAccount(sql, {
            email: "g@example.com",
            has_account: false,
          }),
          await insertAccount(sql, {
            email: "d@example.com",
            deleted_at: "now",
          }),
        ]

        expect(await service.markExisting({ ...all, limit: 2 })).toBe(3)
        expect(await service.markExisting({ ...all, limit: 2 })).toBe(1)
        expect(await service.markExisting({ ...all, limit: 2 })).toBe(0)

        expect(await flagsOf(both)).toEqual([true, true])
        expect(await flagsOf(email)).toEqual([true, false])
        expect(await flagsOf(third)).toEqual([true, false])
        const rows = await customersOf(sql)
        for (const row of untouched) {
          expect(rows).toContainEqual(expect.objectContaining(row))
        }
      })

      it("marks the oldest of the accounts that share a contact", async () => {
        const young = await insertAccount(sql, { phone: PHONE })
        const old = await insertAccount(sql, {
          phone: PHONE,
          created_at: "2020-01-01",
        })

        expect(await service.markExisting({ ...all, limit: 10 })).toBe(1)
        expect(await service.markExisting({ ...all, limit: 10 })).toBe(0)

        expect(await flagsOf(old)).toEqual([false, true])
        expect(await flagsOf(young)).toEqual([false, false])
      })

      it("marks the given contact only", async () => {
        const row = await insertAccount(sql, { email: EMAIL, phone: PHONE })

        await service.markExisting({ contacts: ["phone"], limit: 10 })

        expect(await flagsOf(row)).toEqual([false, true])
      })

      it("skips accounts that were created at the given moment or later", async () => {
        const before = new Date("2026-01-31T12:00:00Z")
        const rows = []
        for (const ms of [-1, 0, 1]) {
          const created_at = new Date(before.getTime() + ms)
          rows.push(await insertAccount(sql, { email: EMAIL, created_at }))
        }

        expect(await service.markExisting({ ...all, before, limit: 10 })).toBe(
          1
        )

        expect(await Promise.all(rows.map(flagsOf))).toEqual([
          [true, false],
          [false, false],
          [false, false],
        ])
      })
    })
  })
})
