import { OTP_PURPOSES } from "../../src/codes/purposes"
import { atOnce } from "../helpers/at-once"
import { issued, otpModule, toIssue, wrong } from "../helpers/otp-module"
import type { Sql } from "../helpers/module-suite"
import { waitFor } from "../helpers/wait-for"

const PLENTY = {
  per_destination_hour: 10_000,
  per_destination_day: 10_000,
  per_ip_hour: 10_000,
  sms_per_day: 10_000,
  failures_per_day: 10_000,
}

/** What a send of some round shares with those of other rounds, in an order of its own. */
function overlapping(nth: number) {
  return toIssue({
    subject: `cus_shared_${nth % 7}`,
    destination: `shared-${(nth * 3) % 5}@example.com`,
    client_ip: `203.0.113.${(nth * 5) % 4}`,
    text_message: nth % 2 === 0,
    resend_seconds: 1,
  })
}

describe("The OTP module under simultaneous calls", () => {
  otpModule({ options: { limits: PLENTY } }, (service, sql) => {
    it("answers 200 sends that share limits, without a deadlock", async () => {
      const outcomes = await atOnce(200, (nth) =>
        service.issue(overlapping(nth))
      )

      const granted = outcomes.filter(({ outcome }) => outcome === "issued")
      expect(granted.length).toBeGreaterThanOrEqual(7)
      const [{ most }] = await sql<{ most: number }>(
        "select max(cardinality(hits)) as most from otp_limit where max = 1"
      )
      expect(most).toBe(1)
    })

    it("issues, compares, revokes and purges at once", async () => {
      const guesses = await atOnce(10, () => issued(service))

      const done = await atOnce(100, async (nth) => {
        const guess = guesses[nth % guesses.length]
        const issue = () => service.issue({ ...toIssue(), ...guess })
        const revoke = () =>
          service.revoke({ id: "none", limits: { keys: [], hit_at: "now" } })
        const acts = [
          issue,
          revoke,
          () => service.attempt(wrong(guess)),
          () => service.purge(10),
        ]
        return acts[nth % acts.length]()
      })

      expect(done).toHaveLength(100)
      const live = await sql("select id from otp_verification")
      expect(live).toHaveLength(10)
    })
  })
})

/** As many statements as wait for a lock that another transaction holds. */
async function waiting(sql: Sql): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`
  )
  return count
}

describe("A send while others write the same code and limits", () => {
  otpModule({ options: { limits: PLENTY } }, (service, sql, manager) => {
    const input = {
      ...toIssue({ text_message: true, client_ip: "203.0.113.9" }),
      resend_seconds: 0,
    }

    /** Two acts that both want what somebody else holds, one after the other, until that is let go. */
    const meet = async (
      held: string,
      first: () => Promise<unknown>,
      second: () => Promise<unknown>
    ) => {
      const acts: Promise<unknown>[] = []
      await manager().transactional(async (other) => {
        await other.execute(held)
        for (const act of [first, second]) {
          acts.push(act())
          // Kept from being unhandled before it is looked at.
          acts.at(-1)!.catch(() => undefined)
          await waitFor("another one to wait", async () =>
            (await waiting(sql)) >= acts.length ? true : undefined
          )
        }
      })
      await Promise.all(acts)
    }

    const CODES = "select 1 from otp_verification for update"
    const again = () => service.issue(input)

    it("waits for a revocation and succeeds", async () => {
      const sent = await service.issue(input)
      if (sent.outcome !== "issued") {
        throw new Error("The first send was throttled")
      }

      await meet(CODES, () => service.revoke(sent.challenge), again)

      expect(await sql("select id from otp_verification")).toHaveLength(1)
      const taken = await sql<{ taken: number }>(
        "select cardinality(hits) + used as taken from otp_limit where cardinality(hits) + used > 0"
      )
      expect(taken.every(({ taken }) => taken === 1)).toBe(true)
    })

    it("waits until its subject is forgotten and succeeds", async () => {
      await service.issue(input)

      const forget = () =>
        service.forget([input.subject], [input.destination], OTP_PURPOSES)
      await meet(CODES, forget, again)

      expect(await sql("select id from otp_verification")).toHaveLength(1)
    })

    it("succeeds among guesses, revocations and calls of forget", async () => {
      await atOnce(40, async () => {
        const sent = await service.issue(input)
        if (sent.outcome !== "issued") {
          throw new Error("A send was throttled")
        }
        const guess = { ...input, id: sent.challenge.id, code: "000000" }
        await Promise.all([
          service.attempt(guess),
          service.revoke(sent.challenge),
          service.forget([input.subject], [input.destination], OTP_PURPOSES),
          service.takeDelivery(input),
        ])
      })
    })
  })
})

describe("purge of the OTP module", () => {
  otpModule({}, (service, sql) => {
    const fill = (rows: number, age: string) =>
      sql(
        `insert into otp_verification
           (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
         select gen_random_uuid(), gen_random_uuid(), 'email_verification', 'email', '', '', 5,
           now() - ?::interval from generate_series(1, ?)`,
        [age, rows]
      )

    const fillLimits = (rows: number, age: string) =>
      sql(
        `insert into otp_limit (key, max, period, expires_at)
         select gen_random_uuid(), 5, '1 hour', now() - ?::interval from generate_series(1, ?)`,
        [age, rows]
      )

    const left = async (table: string) =>
      (
        await sql<{ rows: number }>(
          `select count(*)::int as rows from ${table}`
        )
      )[0].rows

    it("deletes in batches codes that expired a day ago and expired limits", async () => {
      await fill(25, "24 hours 1 minute")
      await fill(3, "23 hours 59 minutes")
      await fill(4, "-10 minutes")
      await fillLimits(12, "1 second")
      await fillLimits(2, "-1 minute")

      expect(await service.purge(10)).toEqual({ codes: 10, limits: 10 })
      expect(await service.purge(10)).toEqual({ codes: 10, limits: 2 })
      expect(await service.purge(10)).toEqual({ codes: 5, limits: 0 })
      expect(await service.purge(10)).toEqual({ codes: 0, limits: 0 })
      expect(await left("otp_verification")).toBe(7)
      expect(await left("otp_limit")).toBe(2)
    })

    it("shares the work between workers while codes are issued", async () => {
      await fill(500, "2 days")
      await fillLimits(500, "2 days")

      const [guesses, purged] = await Promise.all([
        atOnce(30, () => issued(service)),
        atOnce(20, () => service.purge(100)),
      ])

      const total = { codes: 0, limits: 0 }
      for (const { codes, limits } of purged) {
        total.codes += codes
        total.limits += limits
      }
      expect(total).toEqual({ codes: 500, limits: 500 })
      const outcomes = await Promise.all(
        guesses.map((guess) => service.attempt(guess))
      )
      expect(new Set(outcomes)).toEqual(new Set(["accepted"]))
    })
  })
})

describe("A one-time key of the OTP module", () => {
  otpModule({}, (service) => {
    it("returns true to one of 30 calls at once", async () => {
      const taken = await atOnce(30, () =>
        service.consumeOneTimeKey("kind", "value", 60)
      )

      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await service.consumeOneTimeKey("other kind", "value", 60)).toBe(
        true
      )
      expect(await service.consumeOneTimeKey("kind", "other value", 60)).toBe(
        true
      )
    })
  })
})
