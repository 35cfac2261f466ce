import type { ClaimedRequest } from "../../src/modules/account-deletion-request"
import { atOnce } from "../helpers/at-once"
import {
  deletionModule,
  Deletions,
  dueRequest,
  minutesUntil,
  newCustomer,
  rowOf,
} from "../helpers/deletion-module"

const TIMES = 50

describe("The module of deletion requests", () => {
  deletionModule((service: Deletions, sql) => {
    describe("Opening a deletion request", () => {
      it("creates one request for 50 calls at once", async () => {
        const customer = newCustomer()
        const opened = await atOnce(TIMES, () =>
          service.open(customer, "moving")
        )
        expect(new Set(opened.map((request) => request?.id)).size).toBe(1)
        expect(opened.filter((request) => request?.created)).toHaveLength(1)
        expect(
          await sql(
            "select 1 from account_deletion_request where customer_id = ?",
            [customer]
          )
        ).toHaveLength(1)
      })

      it("stores the newest reason, and keeps the old one when none is given", async () => {
        const customer = newCustomer()
        await service.open(customer, "first")
        await service.open(customer, "second")
        expect((await service.open(customer))?.reason).toBe("second")
      })

      it("returns nothing when the request is confirmed", async () => {
        const customer = newCustomer()
        await service.open(customer)
        await service.confirm(customer, 7)
        expect(await service.open(customer, "again")).toBeUndefined()
        expect((await service.findOpen(customer))?.reason).toBeNull()
      })

      it("creates a new request once the old one is closed", async () => {
        const customer = newCustomer()
        const first = await service.open(customer)
        await service.cancel(first!.id)
        const second = await service.open(customer)
        expect(second).toMatchObject({ status: "pending", created: true })
        expect(second!.id).not.toBe(first!.id)
      })

      it("is undone only while nothing has happened to the request", async () => {
        const customer = newCustomer()
        const first = await service.open(customer)
        const second = await service.open(customer, "really")
        await service.close(first!)
        expect((await service.findOpen(customer))?.reason).toBe("really")
        await service.close(second!)
        expect((await service.findOpen(customer))?.reason).toBeNull()

        const other = newCustomer()
        await service.close((await service.open(other))!)
        expect(await service.findOpen(other)).toBeUndefined()
      })
    })

    describe("Confirming a deletion request", () => {
      it("succeeds once for 50 calls at once", async () => {
        const customer = newCustomer()
        await service.open(customer)
        const confirmed = await atOnce(TIMES, () =>
          service.confirm(customer, 7)
        )
        const [winner, ...others] = confirmed.filter(Boolean)
        expect(others).toEqual([])
        expect(winner!.status).toBe("confirmed")
        expect(await minutesUntil(sql, winner!.id, "scheduled_at")).toBe(
          7 * 24 * 60
        )
        expect(await minutesUntil(sql, winner!.id, "next_attempt_at")).toBe(
          7 * 24 * 60
        )
      })

      it.each(["cancelled", "completed"] as const)(
        "does nothing to a %s request",
        async (status) => {
          const customer = newCustomer()
          const request = await service.open(customer)
          await sql(
            "update account_deletion_request set status = ? where id = ?",
            [status, request!.id]
          )
          expect(await service.confirm(customer, 7)).toBeUndefined()
        }
      )

      it("is undone until the execution begins", async () => {
        const id = await dueRequest(service)
        const before = await rowOf(sql, id)
        await service.unconfirm(id)
        expect(await rowOf(sql, id)).toMatchObject({
          status: "pending",
          confirmed_at: null,
          scheduled_at: null,
          next_attempt_at: null,
        })
        await service.confirm(String(before.customer_id), 0)
        const claimed = await service.claim(id)
        await service.begin(claimed!)
        await service.unconfirm(id)
        expect(await rowOf(sql, id)).toMatchObject({ status: "confirmed" })
      })
    })

    describe("Cancelling a deletion request", () => {
      it("succeeds once for 50 calls at once", async () => {
        const id = await dueRequest(service)
        const cancelled = await atOnce(TIMES, () => service.cancel(id))
        expect(cancelled.filter(Boolean)).toHaveLength(1)
      })

      it("either succeeds or leaves a request that is executed at the same time", async () => {
        const execute = async (claimed: ClaimedRequest | undefined) =>
          claimed !== undefined && (await service.begin(claimed))
        for (let round = 0; round < 20; round++) {
          const id = await dueRequest(service)
          const [cancelled, one, other] = await Promise.all([
            service.cancel(id),
            service.claim(id).then(execute),
            service.claimDue(1).then(([claimed]) => execute(claimed)),
          ])
          const begun = [one, other].filter(Boolean)
          const { status, started_at } = await rowOf(sql, id)
          expect(begun).toHaveLength(cancelled ? 0 : 1)
          expect({ status, started: started_at !== null }).toEqual(
            cancelled
              ? { status: "cancelled", started: false }
              : { status: "confirmed", started: true }
          )
          await sql("delete from account_deletion_request")
        }
      })

      it("either succeeds or leaves a claimed request that begins at the same time", async () => {
        for (let round = 0; round < 20; round++) {
          const id = await dueRequest(service)
          const claimed = await service.claim(id)
          const [cancelled, begun] = await Promise.all([
            service.cancel(id),
            service.begin(claimed!),
          ])
          expect(begun).toBe(!cancelled)
          expect(await rowOf(sql, id)).toMatchObject(
            cancelled
              ? { status: "cancelled", started_at: null }
              : { status: "confirmed", started_at: expect.any(String) }
          )
        }
      })

      it("succeeds while a worker has claimed the request and has not begun it", async () => {
        const id = await dueRequest(service)
        const [claimed] = await service.claimDue(1)
        expect(await service.cancel(id)).toMatchObject({ status: "cancelled" })
        expect(await service.begin(claimed)).toBe(false)
        expect(await service.complete(claimed)).toBeUndefined()
        expect(await service.fail(claimed, "late")).toBe(false)
        expect(await rowOf(sql, id)).toMatchObject({
          status: "cancelled",
          started_at: null,
          last_error: null,
        })
      })

      it("is undone unless the customer has a new request", async () => {
        const id = await dueRequest(service)
        const before = await rowOf(sql, id)
        await service.cancel(id)
        await service.uncancel(id)
        const { updated_at: _then, ...rest } = before
        expect(await rowOf(sql, id)).toMatchObject(rest)

        await service.cancel(id)
        await service.open(String(before.customer_id))
        await service.uncancel(id)
        expect(await rowOf(sql, id)).toMatchObject({ status: "cancelled" })
      })

      it("returns a pending request to pending when it is undone", async () => {
        const request = await service.open(newCustomer())
        await service.cancel(request!.id)
        await service.uncancel(request!.id)
        expect(await rowOf(sql, request!.id)).toMatchObject({
          status: "pending",
          cancelled_at: null,
        })
      })
    })

    describe("Forgetting the deletion requests of a customer", () => {
      it("removes every reason, cancels a pending request and keeps a confirmed one", async () => {
        const [leaving, sure, other] = [1, 2, 3].map(newCustomer)
        const old = (await service.open(leaving, "I am Jane"))!
        await service.cancel(old.id)
        const { cancelled_at } = await rowOf(sql, old.id)
        const pending = (await service.open(leaving, "I am Jane Doe"))!
        const confirmed = (await service.open(sure, "I am John"))!
        await service.confirm(sure, 7)
        const before = await rowOf(sql, confirmed.id)
        await service.open(other, "I stay")

        expect(await service.forget([leaving, sure])).toEqual([
          { id: pending.id, customer_id: leaving },
        ])
        expect(await rowOf(sql, old.id)).toMatchObject({
          status: "cancelled",
          reason: null,
          cancelled_at,
        })
        expect(await rowOf(sql, pending.id)).toMatchObject({
          status: "cancelled",
          reason: null,
          cancelled_at: expect.any(String),
          next_attempt_at: null,
        })
        expect(await rowOf(sql, confirmed.id)).toEqual({
          ...before,
          reason: null,
          updated_at: expect.any(String),
        })
        expect(await service.findOpen(other)).toMatchObject({
          reason: "I stay",
        })
        expect(await service.forget([leaving, sure])).toEqual([])
      })

      it("either cancels or leaves a request that is confirmed at the same time", async () => {
        for (let round = 0; round < 20; round++) {
          const customer = newCustomer()
          const { id } = (await service.open(customer))!
          const [confirmed, cancelled] = await Promise.all([
            service.confirm(customer, 7),
            service.forget([customer]),
          ])
          expect(cancelled).toHaveLength(confirmed ? 0 : 1)
          expect(await rowOf(sql, id)).toMatchObject({
            status: confirmed ? "confirmed" : "cancelled",
          })
        }
      })
    })

    it("A deletion request is found by its id in every status", async () => {
      const id = await dueRequest(service)
      expect(await service.findById(id)).toMatchObject({
        id,
        status: "confirmed",
        created_at: expect.any(Date),
      })
      await service.cancel(id)
      expect((await service.findById(id))?.status).toBe("cancelled")
      expect(await service.findById("none")).toBeUndefined()
    })

    it("A deletion request cannot be written by the generated methods", async () => {
      const id = await dueRequest(service)
      const before = await rowOf(sql, id)
      for (const refused of [
        service.createAccountDeletionRequests(),
        service.updateAccountDeletionRequests(),
        service.deleteAccountDeletionRequests(),
        service.softDeleteAccountDeletionRequests(),
        service.restoreAccountDeletionRequests(),
      ]) {
        await expect(refused).rejects.toMatchObject({ type: "not_allowed" })
      }
      expect(await rowOf(sql, id)).toEqual(before)
    })
  })
})
