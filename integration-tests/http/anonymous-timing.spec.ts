import { performance } from "node:perf_hooks"
import { askToStay } from "../helpers/account-deletion"
import {
  inWords,
  isEqual,
  median,
  Round,
  separation,
  shuffle,
} from "../helpers/auc"
import { freshPhone } from "../helpers/fixtures"
import { HttpResponse } from "../helpers/http"
import { insertLeavingAccounts } from "../helpers/leaving-accounts"
import { askForRecovery } from "../helpers/new-password"
import { Store } from "../helpers/store"
import { useStore } from "../helpers/use-store"

// A busy machine can hide or make a difference once; a real one shows each time.
jest.retryTimes(2, { logErrorsBeforeRetry: true })

type Ask = (store: Store, body: { phone: string }) => Promise<HttpResponse>

/** What is asked, and in how many rounds. */
const REQUESTS: [string, Ask, number][] = [
  ["to recover a password", askForRecovery, 16],
  ["to cancel a deletion", askToStay, 16],
]

const PER_ROUND = 100
const WARM_UP = 200
const TIMEOUT_MS = 600_000

describe("The response time of an anonymous request", () => {
  const store = useStore({
    logLevel: "error",
    options: {
      registration: { identifier: "both" },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
      limits: { per_destination_hour: false, per_destination_day: false },
    },
  })

  const milliseconds = async (ask: Ask, phone: string) => {
    const start = performance.now()
    const { status } = await ask(store, { phone })
    const took = performance.now() - start
    expect(status).toBe(200)
    return took
  }

  /** As many of each kind, in random order, one after the other, each for another phone. */
  const measure = async (ask: Ask, size: number): Promise<Round> => {
    const known = Array.from({ length: size }, freshPhone)
    const unknown = Array.from({ length: size }, freshPhone)
    await insertLeavingAccounts(store, known, "none")
    const round: Round = { known: [], unknown: [] }
    for (const { kind, phone } of shuffle([
      ...known.map((phone) => ({ kind: "known" as const, phone })),
      ...unknown.map((phone) => ({ kind: "unknown" as const, phone })),
    ])) {
      round[kind].push(await milliseconds(ask, phone))
    }
    return round
  }

  it.each(REQUESTS)(
    "%s is the same for customers and strangers, within less than 2 ms",
    async (what, ask, count) => {
      await measure(ask, WARM_UP / 2)
      const rounds: Round[] = []
      for (let i = 0; i < count; i++) {
        rounds.push(await measure(ask, PER_ROUND))
      }
      const slower = rounds.map(({ known, unknown }) => ({
        known: known.map((ms) => ms + 2),
        unknown,
      }))

      const measured = separation(rounds)
      const control = separation(slower)

      process.stderr.write(
        `${count * PER_ROUND} requests of a kind ${what}: medians ${median(rounds, "known")} ms (known), ${median(rounds, "unknown")} ms (unknown); AUC ${inWords(measured)}; with 2 ms more ${inWords(control)}\n`
      )
      expect(isEqual(measured)).toBe(true)
      expect(isEqual(control)).toBe(false)
    },
    TIMEOUT_MS
  )
})
