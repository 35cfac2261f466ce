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

      expect(await service.setVerified(ofPhone, true)).toMatchObject({
        phone_verified: true,
      })
      expect(await service.setVerified(ofPhone, true)).toBeUndefined()
      expect(await flagsOf(row)).toEqual([false, true])
      expect(await service.setVerified(ofPhone, false)).toMatchObject({
        phone_verified: false,
      })
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

      expect(changed).toBeUndefined()
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

    describe("adopting existing accounts in the registration module", () => {
      const adoptable = (
        { id, email, phone }: Row,
        value = phone ?? email
      ) => ({
        id,
        stored: String(phone ?? email),
        value: String(value),
      })

      it("marks phones as verified and stores them in their normal form", async () => {
        const raw = await insertAccount(sql, { phone: "(213) 373-4253" })
        const other = await insertAccount(sql, { phone: "+12133734254" })

        const marked = await service.adopt("phone", [
          adoptable(raw, PHONE),
          adoptable(other),
        ])

        expect(marked.sort()).toEqual([raw.id, other.id].sort())
        expect(await flagsOf(raw)).toEqual([false, true])
        expect(await service.retrieveContacts(raw.id)).toMatchObject({
          phone: PHONE,
        })
        expect(await flagsOf(other)).toEqual([false, true])
      })

      it("marks e-mails in the spelling in which they are stored", async () => {
        const row = await insertAccount(sql, { email: "Ada@Example.com" })

        expect(await service.adopt("email", [adoptable(row, EMAIL)])).toEqual([
          row.id,
        ])

        expect(await service.retrieveContacts(row.id)).toMatchObject({
          email: "Ada@Example.com",
          email_verified: true,
        })
      })

      it("leaves a contact alone that has changed since it was read", async () => {
        const row = await insertAccount(sql, { phone: "(213) 373-4253" })
        const read = { ...adoptable(row, PHONE), stored: "(213) 373-4254" }

        expect(await service.adopt("phone", [read])).toEqual([])

        expect(await service.retrieveContacts(row.id)).toMatchObject({
          phone: "(213) 373-4253",
          phone_verified: false,
        })
      })

      it("leaves a contact alone that another account has verified", async () => {
        const first = await insertAccount(sql, { email: EMAIL })
        const second = await insertAccount(sql, { email: "ADA@example.com" })
        await service.adopt("email", [adoptable(first)])

        expect(await service.adopt("email", [adoptable(second)])).toEqual([])

        expect(await flagsOf(second)).toEqual([false, false])
      })

      it("lists accounts in the order of their ids, without guests and deleted ones", async () => {
        const rows = [
          await insertAccount(sql, { email: EMAIL }),
          await insertAccount(sql, { phone: PHONE }),
        ]
        await insertAccount(sql, { email: "g@example.com", has_account: false })
        await insertAccount(sql, { email: "d@example.com", deleted_at: "now" })
        const ids = rows.map(({ id }) => id).sort()

        const [first] = await service.listAccounts("", 1)
        const rest = await service.listAccounts(first.id, 10)

        expect([first, ...rest].map(({ id }) => id)).toEqual(ids)
      })
    })
  })
})
