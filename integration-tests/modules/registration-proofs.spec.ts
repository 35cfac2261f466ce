import buildIndexes from "../../src/modules/customer-registration/loaders/build-indexes"
import { setTimeout as sleep } from "node:timers/promises"
import type { LoaderOptions } from "@medusajs/framework/types"
import { logger } from "@medusajs/framework/logger"
import { atOnce } from "../helpers/at-once"
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
const AT = "2026-01-01"
const TAKEN = { code: "contact_taken" }

describe("The proofs of the registration module", () => {
  registrationModule((service: Registration, sql, manager) => {
    const pendingOf = () =>
      sql<Record<string, unknown>>(
        "select customer_id, email from pending_email order by customer_id"
      )
    const namer = async (contacts: Record<string, unknown>) => {
      const row = await insertAccount(sql, contacts)
      await insertLogin(sql, row.id, "house", row.id)
      return row
    }
    const claimant = async () => {
      const row = await insertAccount(sql, { email: null })
      await service.keepApart({ customer_id: row.id, email: EMAIL })
      return row
    }
    const phoneOf = ({ id }: Row) =>
      ({ customer_id: id, contact: "phone", value: PHONE }) as const
    const emailOf = ({ id }: Row) =>
      ({ customer_id: id, contact: "email", value: EMAIL }) as const

    it("store the normal form with the flag, and take a contact off those who named it", async () => {
      const owner = await insertAccount(sql, { phone: "(213) 373-4253" })
      const others = [
        await namer({ phone: PHONE, email: "b@example.com" }),
        await namer({ phone: PHONE, email_verified: true, email: EMAIL }),
      ]
      const guest = await insertAccount(sql, {
        phone: PHONE,
        has_account: false,
      })

      const proof = await service.prove({
        ...phoneOf(owner),
        stored: "(213) 373-4253",
      })

      expect(proof?.others.map(({ id }) => id)).toEqual(
        others.map(({ id }) => id)
      )
      const rows = await customersOf(sql)
      expect(
        rows.map(({ phone, phone_verified }) => [phone, phone_verified])
      ).toEqual([
        [PHONE, true],
        [null, false],
        [null, false],
        [PHONE, false],
      ])
      expect(rows[2]).toMatchObject({ email: EMAIL, email_verified: true })
      expect(rows[3]).toMatchObject({ id: guest.id })
    })

    it("move an e-mail that was kept apart to the record, and end what others have of it", async () => {
      const first = await namer({ email: EMAIL })
      const second = await claimant()
      const third = await claimant()
      expect(await service.retrieveContacts(second.id)).toMatchObject({
        email: EMAIL,
        pending_email: EMAIL,
        email_verified: false,
      })
      expect(await service.retrieveCustomer(second.id)).toMatchObject({
        email: null,
        pending_email: EMAIL,
      })

      await service.prove({ ...emailOf(second), stored: EMAIL })

      expect(await pendingOf()).toEqual([])
      expect(await service.retrieveCustomer(second.id)).toMatchObject({
        email: EMAIL,
        email_verified: true,
      })
      for (const { id } of [first, third]) {
        expect(await service.retrieveContacts(id)).toMatchObject({
          email: null,
          pending_email: null,
        })
      }
    })

    it("are taken back with all that they changed", async () => {
      await namer({ email: EMAIL })
      const second = await claimant()
      await claimant()
      const before = await state()

      const proof = await service.prove({ ...emailOf(second), stored: EMAIL })
      expect(await state()).not.toEqual(before)
      await service.undoProof(proof!)

      expect(await state()).toEqual(before)
    })

    it("are taken back to the contact that was verified before", async () => {
      const row = await insertAccount(sql, {
        phone: "+12133734254",
        phone_verified: true,
      })

      const proof = await service.prove(phoneOf(row))
      await service.undoProof(proof!)

      expect(await service.retrieveContacts(row.id)).toMatchObject({
        phone: "+12133734254",
        phone_verified: true,
      })
    })

    it("are taken back from nobody who has got another contact since", async () => {
      const namer = await insertAccount(sql, { phone: PHONE })
      const row = await insertAccount(sql, { phone: PHONE })
      const proof = await service.prove({ ...phoneOf(row), stored: PHONE })
      const edit = (id: string, phone: string) =>
        sql(`update customer set phone = '${phone}' where id = '${id}'`)
      await edit(row.id, "+12133734255")
      await edit(namer.id, "+12133734256")

      await service.undoProof(proof!)

      expect(await service.retrieveContacts(row.id)).toMatchObject({
        phone: "+12133734255",
        phone_verified: false,
      })
      expect(await service.retrieveContacts(namer.id)).toMatchObject({
        phone: "+12133734256",
      })
    })

    it("change nothing a second time, nor for a contact that has changed", async () => {
      const row = await insertAccount(sql, { phone: PHONE })
      await service.prove({ ...phoneOf(row), stored: PHONE })
      const before = await customersOf(sql)

      await service.prove({ ...phoneOf(row), stored: PHONE })
      expect(
        await service.prove({ ...phoneOf(row), value: "+1", stored: "+1" })
      ).toBeUndefined()
      expect(
        await service.prove({
          ...phoneOf(row),
          value: "+1",
          customer_id: "cus_x",
        })
      ).toBeUndefined()

      expect((await customersOf(sql)).map(known)).toEqual(before.map(known))
    })

    it.each(["Ada@Example.com", EMAIL])(
      "are refused for a contact that another account has proven as %s, and change nothing",
      async (stored) => {
        await insertAccount(sql, { email: stored, email_verified: true })
        const second = await claimant()
        const before = await state()

        await expect(
          service.prove({ ...emailOf(second), stored: EMAIL })
        ).rejects.toMatchObject(TAKEN)
        expect(await state()).toEqual(before)
      }
    )

    it("come true for one of many who prove a phone at once", async () => {
      const rows: Row[] = []
      for (let nth = 0; nth < 20; nth++) {
        rows.push(await namer({ phone: PHONE }))
      }

      const outcomes = await atOnce(20, (nth) =>
        service.prove({ ...phoneOf(rows[nth]), stored: PHONE }).then(
          () => "proven",
          (error: { code?: string }) => error.code
        )
      )

      expect(outcomes.filter((outcome) => outcome === "proven")).toHaveLength(1)
      expect(
        outcomes.filter((outcome) => outcome === "contact_taken")
      ).toHaveLength(19)
      const proven = (await customersOf(sql)).filter(({ phone }) => phone)
      expect(proven).toMatchObject([{ phone: PHONE, phone_verified: true }])
    })

    it("come true for one of many who prove an e-mail at once that one of them has on the record", async () => {
      const rows = [await namer({ email: EMAIL })]
      for (let nth = 1; nth < 10; nth++) {
        rows.push(await claimant())
      }

      const outcomes = await atOnce(10, (nth) =>
        service.prove({ ...emailOf(rows[nth]), stored: EMAIL }).then(
          () => "proven",
          (error: { code?: string }) => error.code
        )
      )

      expect(outcomes.filter((outcome) => outcome === "proven")).toHaveLength(1)
      expect(
        outcomes.filter((outcome) => outcome === "contact_taken")
      ).toHaveLength(9)
      expect(await pendingOf()).toEqual([])
    })

    it("do not block each other when two customers prove what the other has named", async () => {
      const rounds = 10
      for (let round = 0; round < rounds; round++) {
        const one = await namer({
          phone: `+1213373${1000 + round}`,
          email: `a${round}@example.com`,
        })
        const two = await namer({
          phone: one.phone,
          email: `b${round}@example.com`,
        })
        const proofs = [
          { customer_id: one.id, contact: "phone", value: String(one.phone) },
          { customer_id: two.id, contact: "email", value: String(one.email) },
        ] as const
        await atOnce(2, (nth) => service.prove(proofs[nth]))
      }
      const rows = await customersOf(sql)
      expect(rows.filter((row) => row.phone_verified)).toHaveLength(rounds)
      expect(rows.filter((row) => row.email_verified)).toHaveLength(rounds)
    })

    it("find the account that a contact stands for", async () => {
      const find = async () => (await service.findAccount("email", EMAIL))?.id
      await namer({ email: EMAIL })
      expect(await find()).toBeUndefined()

      const edited = await insertAccount(sql, { email: "ADA@example.com" })
      await insertLogin(sql, edited.id, "emailpass", "old@example.com")
      expect(await find()).toBe(edited.id)

      const second = await claimant()
      await insertLogin(sql, second.id, "emailpass", "Ada@example.com")
      expect(await service.findAccount("email", EMAIL)).toMatchObject({
        id: second.id,
        logs_in: true,
      })

      const proven = await insertAccount(sql, {
        email: "adA@example.com",
        email_verified: true,
      })
      expect(await find()).toBe(proven.id)
    })

    it("tell who has merely named an e-mail", async () => {
      const named = await namer({ email: EMAIL })
      const own = await insertAccount(sql, { email: "Bob@example.com" })
      await insertLogin(sql, own.id, "emailpass", "bob@example.com")
      const proven = await insertAccount(sql, {
        email: "c@example.com",
        email_verified: true,
      })
      const guest = await insertAccount(sql, {
        email: EMAIL,
        has_account: false,
      })
      const ids = [named, own, proven, guest].map(({ id }) => id)

      expect((await service.findNamers(ids, true)).sort()).toEqual(
        [named.id, own.id].sort()
      )
      expect(await service.findNamers(ids, false)).toEqual([named.id])
    })

    it("keep an e-mail apart only where an account has it", async () => {
      const customer_id = "cus_new"
      await insertAccount(sql, { email: EMAIL, has_account: false })
      expect(await service.keepApart({ customer_id, email: EMAIL })).toBe(false)
      const named = await namer({ email: EMAIL })
      expect(await service.keepApart({ customer_id, email: EMAIL })).toBe(true)
      expect(await pendingOf()).toEqual([{ customer_id, email: EMAIL }])

      await sql("update customer set email = null where id = ?", [named.id])
      expect(await service.keepApart({ customer_id, email: EMAIL })).toBe(false)
      expect(await pendingOf()).toEqual([])
    })

    it("leave no pending e-mail of somebody who is erased, or who never came to be", async () => {
      await namer({ email: EMAIL })
      const erased = await claimant()
      await sql(
        `create table customer_address (customer_id text, ${[
          "address_name",
          "company",
          "first_name",
          "last_name",
          "address_1",
          "address_2",
          "city",
          "country_code",
          "province",
          "postal_code",
          "phone",
        ]
          .map((column) => `${column} text`)
          .join(
            ", "
          )}, metadata jsonb, updated_at timestamptz, deleted_at timestamptz)`
      )
      await service.erase([erased.id])
      expect(await pendingOf()).toEqual([])

      const alive = await claimant()
      await service.keepApart({ customer_id: "cus_never", email: EMAIL })
      expect(await service.purgePending(10)).toBe(0)
      await sql(
        "update pending_email set created_at = now() - interval '2 days'"
      )
      expect(await service.purgePending(10)).toBe(1)
      expect(await pendingOf()).toEqual([
        { customer_id: alive.id, email: EMAIL },
      ])
    })

    /** The loader, as a boot runs it. */
    const boot = () => {
      const container = { resolve: () => manager().getKnex() }
      return buildIndexes({ container } as unknown as LoaderOptions)
    }

    it("of a store that has two of one contact are the older ones after the boot, which says whose fell", async () => {
      await sql(`drop index "IDX_customer_registration_proven_email"`)
      await sql(`drop index "IDX_customer_registration_proven_phone"`)
      const proven = { email_verified: true, phone_verified: true }
      const at = (verified_at: string | null) => ({ ...proven, verified_at })
      const late = { ...at("2026-02-01"), created_at: "2020-01-01" }
      const early = { ...at("2026-01-01"), created_at: "2025-01-01" }
      const undated = { ...at(null), created_at: "2026-03-01" }
      const rows = [
        await insertAccount(sql, { email: EMAIL, phone: PHONE, ...late }),
        await insertAccount(sql, { email: "ADA@example.com", ...early }),
        await insertAccount(sql, { phone: PHONE, ...undated }),
        await insertAccount(sql, { phone: PHONE, ...early, deleted_at: "now" }),
        await insertAccount(sql, {
          email: EMAIL,
          ...early,
          has_account: false,
        }),
      ]
      const warnings: unknown[] = []
      const warn = jest
        .spyOn(logger, "warn")
        .mockImplementation((message: unknown) => warnings.push(message))

      await boot()

      warn.mockRestore()
      const flags = (await customersOf(sql)).map((row) => [
        row.email !== null && row.email_verified,
        row.phone !== null && row.phone_verified,
      ])
      expect(flags).toEqual([
        [false, true],
        [true, false],
        [false, false],
        [false, true],
        [true, false],
      ])
      expect(warnings).toEqual([
        expect.stringContaining(rows[0].id),
        expect.stringContaining(rows[2].id),
      ])
      expect(warnings.join()).not.toContain(PHONE)
    })

    it("are the older ones, though another comes while the index is built", async () => {
      await sql(`drop index "IDX_customer_registration_proven_phone"`)
      const proven = { phone: PHONE, phone_verified: true }
      const first = await insertAccount(sql, { ...proven, verified_at: AT })
      const old = manager()
      await old.begin()
      await old.execute(
        `insert into customer (id, phone, has_account, phone_verified) values ('cus_late', ?, true, true)`,
        [PHONE]
      )

      const booted = boot()
      await waitForBuild()
      await old.commit()
      await booted

      const left = await sql("select id from customer where phone_verified")
      expect(left).toEqual([{ id: first.id }])
      const [index] = await sql(
        `select indisvalid as valid, indisunique as once from pg_index
         where indexrelid = to_regclass('"IDX_customer_registration_proven_phone"')`
      )
      expect(index).toEqual({ valid: true, once: true })
    })

    async function waitForBuild(): Promise<void> {
      const waiting = `select from pg_stat_activity where query like 'CREATE UNIQUE INDEX CONCURRENTLY%' and wait_event_type = 'Lock'`
      while ((await sql(waiting)).length === 0) {
        await sleep(20)
      }
    }

    async function state() {
      return [(await customersOf(sql)).map(known), await pendingOf()]
    }
  })
})

/** A row without when it was written. */
function known({
  xmin: _xmin,
  updated_at: _at,
  verified_at: _first,
  ...row
}: Row) {
  return row
}
