import { performance } from "node:perf_hooks"
import { setTimeout as sleep } from "node:timers/promises"
import bcrypt from "bcrypt"
import {
  inWords,
  isEqual,
  median,
  Round,
  separation,
  shuffle,
} from "../helpers/auc"
import { PASSWORD } from "../helpers/fixtures"
import { HttpResponse } from "../helpers/http"
import { insertLeavingAccounts } from "../helpers/leaving-accounts"
import { useShop } from "../http/interruptions/use-shop"
import { freshPhones, Subject, SUBJECTS } from "./timing/subjects"

// A busy machine can hide or make a difference once; a real one shows each time.
jest.retryTimes(2, { logErrorsBeforeRetry: true })

/** Of each kind, by the clock; `TIMING_REQUESTS=3000` is the nightly run, judged strictly. Without it, statements are counted. */
const REQUESTS = Number(process.env.TIMING_REQUESTS ?? 0)
const IS_LONG = REQUESTS >= 3000
const PER_ROUND = IS_LONG ? 100 : 20
const MARGIN = IS_LONG ? 0.05 : 0.15
const LONG_CONTROL_MS = 2
const COUNTED = 7
const SETTLED_MS = 1_500
const TIMEOUT_MS = IS_LONG ? 3_600_000 : 240_000

const byTheClock = REQUESTS ? it : it.skip

// The requests for these codes have a spec of their own: http/anonymous-timing. What tells by contract is not measured:
// registrations and contact changes answer `contact_taken`, and Medusa's e-mail login is quicker for an unknown e-mail.
describe("What a stranger gets to know about a phone", () => {
  const shop = useShop({
    registration: { identifier: "both" },
    email_verification: { resendThrottleSeconds: 0 },
    phone_verification: { resendThrottleSeconds: 0 },
    limits: {
      per_destination_hour: false,
      per_destination_day: false,
      sms_per_day: false,
    },
  })

  const expectRefused = (
    { refusal }: Subject,
    { status, body }: HttpResponse
  ) => expect([status, body.code]).toEqual(refusal)

  /** As many questions about customers as about nobody. */
  const prepared = async ({ prepare }: Subject, size: number) => {
    const { store } = shop()
    const phones = { known: freshPhones(size), unknown: freshPhones(size) }
    const password = await bcrypt.hash(PASSWORD, 10)
    await insertLeavingAccounts(store, phones.known, password)
    const questions = []
    for (const kind of ["known", "unknown"] as const) {
      for (const phone of phones[kind]) {
        questions.push({ kind, ask: await prepare(store, phone) })
      }
    }
    return shuffle(questions)
  }

  const measure = async (subject: Subject, size: number): Promise<Round> => {
    const round: Round = { known: [], unknown: [] }
    for (const { kind, ask } of await prepared(subject, size)) {
      const start = performance.now()
      const answer = await ask()
      round[kind].push(performance.now() - start)
      expectRefused(subject, answer)
    }
    return round
  }

  /** What most of the questions of a kind cost; a job of the server's own may come in between. */
  const work = async (subject: Subject) => {
    const { proxy } = shop()
    const costs = { known: [] as string[], unknown: [] as string[] }
    const questions = await prepared(subject, COUNTED)
    // Until all messages have gone out.
    await sleep(SETTLED_MS)
    for (const { kind, ask } of questions) {
      proxy.watch()
      expectRefused(subject, await ask())
      const { statements, writes } = await proxy.unwatch()
      costs[kind].push(`${statements} statements: ${writes.join(", ")}`)
    }
    return {
      known: mostFrequent(costs.known),
      unknown: mostFrequent(costs.unknown),
    }
  }

  it.each(
    SUBJECTS.map((subject): [string, Subject] => [subject.what, subject])
  )(
    "%s runs the same statements for a customer and for nobody",
    async (_what, subject) => {
      await measure(subject, COUNTED)
      const { known, unknown } = await work(subject)
      process.stderr.write(`${subject.what}: ${known}\n`)
      expect(known).toBe(unknown)
      expect(known).toMatch(/^[1-9].*: \w/)
    },
    TIMEOUT_MS
  )

  byTheClock.each(
    SUBJECTS.map((subject): [string, Subject] => [subject.what, subject])
  )(
    "%s takes as long for a customer as for nobody",
    async (what, subject) => {
      await measure(subject, PER_ROUND)
      const rounds: Round[] = []
      while (rounds.length * PER_ROUND < REQUESTS) {
        rounds.push(await measure(subject, PER_ROUND))
      }
      const more = IS_LONG ? LONG_CONTROL_MS : subject.controlMs
      const slower = rounds.map(({ known, unknown }) => ({
        known: known.map((ms) => ms + more),
        unknown,
      }))

      const measured = separation(rounds)
      const control = separation(slower)

      process.stderr.write(
        `${rounds.length * PER_ROUND} of a kind, ${what}: medians ${median(rounds, "known")} ms (known), ${median(rounds, "unknown")} ms (unknown); AUC ${inWords(measured)}; with ${more} ms more ${inWords(control)}\n`
      )
      expect(isEqual(measured, MARGIN)).toBe(true)
      expect(isEqual(control, MARGIN)).toBe(false)
    },
    TIMEOUT_MS
  )
})

function mostFrequent(values: string[]): string {
  const times = (value: string) => values.filter((one) => one === value).length
  return [...values].sort((a, b) => times(b) - times(a))[0]
}
