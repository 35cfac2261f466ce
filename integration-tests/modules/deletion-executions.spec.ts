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
    describe("Claiming deletion requests", () => {
      it("gives each due request to one of eight workers", async () => {
        const ids = await Promise.all(
          Array.from({ length: 60 }, () => dueRequest(service))
        )
        const batches = await atOnce(8, () => service.claimDue(20))
        const claimed = batches.flat().map(({ id }) => id)
        expect(claimed.sort()).toEqual(ids.sort())
      })

      it("skips requests that are not due, not confirmed or closed", async () => {
        const later = newCustomer()
        await service.open(later)
        await service.confirm(later, 1)
        await service.open(newCustomer())
        const cancelled = await dueRequest(service)
        await service.cancel(cancelled)
        expect(await service.claimDue(10)).toEqual([])
      })

      it("succeeds by id for a confirmed request that is not due", async () => {
        const customer = newCustomer()
        const { id } = (await service.open(customer))!
        expect(await service.claim(id)).toBeUndefined()
        await service.confirm(customer, 300)
        const claims = await atOnce(TIMES, () => service.claim(id))
        expect(claims.filter(Boolean)).toEqual([
          { id, customer_id: customer, attempts: 1 },
        ])
      })

      it("locks the request for ten minutes, and then another worker can claim it", async () => {
        const id = await dueRequest(service)
        await service.claimDue(1)
        expect(await minutesUntil(sql, id, "locked_until")).toBe(10)
        expect(await service.claimDue(1)).toEqual([])
        await sql("update account_deletion_request set locked_until = now()")
        expect(await service.claimDue(1)).toMatchObject([{ id, attempts: 2 }])
      })
    })

    describe("Beginning a claimed deletion request", () => {
      it("stores its first time and locks the request for ten more minutes", async () => {
        const id = await dueRequest(service)
        const first = await service.claim(id)
        expect(await rowOf(sql, id)).toMatchObject({ started_at: null })
        await sql(
          "update account_deletion_request set locked_until = now() + interval '1 minute'"
        )
        expect(await service.begin(first!)).toBe(true)
        expect(await minutesUntil(sql, id, "locked_until")).toBe(10)
        const { started_at } = await rowOf(sql, id)
        expect(started_at).not.toBeNull()

        await sql("update account_deletion_request set locked_until = now()")
        const second = await service.claim(id)
        expect(await service.begin(first!)).toBe(false)
        expect(await service.begin(second!)).toBe(true)
        expect(await rowOf(sql, id)).toMatchObject({ started_at, attempts: 2 })
      })
    })

    describe("Completing a claimed deletion request", () => {
      const claimedRequest = async (): Promise<ClaimedRequest> =>
        (await service.claim(await dueRequest(service)))!

      it("succeeds once and removes the reason", async () => {
        const claimed = await claimedRequest()
        await sql("update account_deletion_request set reason = 'I am Jane'")
        const done = await atOnce(TIMES, () => service.complete(claimed))
        expect(done.filter(Boolean)).toHaveLength(1)
        expect(await rowOf(sql, claimed.id)).toMatchObject({
          status: "completed",
          reason: null,
          last_error: null,
          next_attempt_at: null,
          locked_until: null,
        })
      })

      it("is refused to a worker that another has overtaken", async () => {
        const first = await claimedRequest()
        await sql("update account_deletion_request set locked_until = now()")
        const second = await service.claim(first.id)
        expect(await service.complete(first)).toBeUndefined()
        expect(await service.fail(first, "late")).toBe(false)
        expect(await rowOf(sql, first.id)).toMatchObject({ last_error: null })
        expect(await service.complete(second!)).toBeDefined()
      })
    })

    describe("A failed attempt of a deletion request", () => {
      it.each([
        [1, 1],
        [2, 2],
        [3, 4],
        [11, 1024],
        [12, 1440],
        [100, 1440],
      ])(
        "number %i is followed by the next after %i minutes",
        async (attempts, minutes) => {
          const id = await dueRequest(service)
          await sql("update account_deletion_request set attempts = ?", [
            attempts - 1,
          ])
          const claimed = await service.claim(id)
          await service.begin(claimed!)
          expect(await service.fail(claimed!, "detach-carts: Error")).toBe(true)
          expect(await rowOf(sql, id)).toMatchObject({
            status: "confirmed",
            attempts,
            last_error: "detach-carts: Error",
            locked_until: null,
          })
          expect(await minutesUntil(sql, id, "next_attempt_at")).toBe(minutes)
          expect(await service.claimDue(1)).toEqual([])
          expect(await service.cancel(id)).toBeUndefined()
        }
      )
    })
  })
})
