import { atOnce } from "../../helpers/at-once"
import { freshEmail, verifiedCustomer } from "../../helpers/fixtures"
import {
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { signIn } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { CLIENTS, LOGINS_PER_DAY } from "./settings"

/** For a machine that is busy with other things. */
const TIMEOUT_MS = 240_000

export function passwords(store: Store) {
  // Medusa's `emailpass` has the same limit, before the same kind of work: http/limits.
  it(
    "Of 200 wrong passwords at once exactly 100 are checked, /health answers meanwhile, and the owner's recovery logs in",
    async () => {
      const account = await verifiedCustomer(store, {
        provider: "phonepass",
        email: freshEmail(),
      })
      const guesses = atOnce(CLIENTS, (nth) =>
        store.api("POST", "/auth/customer/phonepass", {
          body: { phone: account.phone, password: `wrong one ${nth}` },
          server: nth % 2,
        })
      )
      const health = await answersUntil(guesses)
      const answers = await guesses

      const of = (wanted: number) =>
        answers.filter(({ status }) => status === wanted)
      expect(of(401)).toHaveLength(LOGINS_PER_DAY)
      expect(of(429)).toHaveLength(CLIENTS - LOGINS_PER_DAY)
      for (const { body } of of(429)) {
        expect(body.code).toBe("login_throttled")
      }
      process.stderr.write(
        `200 logins in ${health.totalMs.toFixed(0)} ms; ${health.answers} of /health, the slowest after ${health.longestMs.toFixed(0)} ms\n`
      )
      expect(health.answers).toBeGreaterThan(5)
      expect(health.longestMs).toBeLessThan(Math.max(health.totalMs / 2, 500))

      expect((await signIn(store, "phonepass", account)).status).toBe(429)
      const typed = await recoveryCode(store, account.phone)
      const recovered = await confirmRecovery(store, typed, NEW_PASSWORD, 1)
      expect(recovered.status).toBe(200)
      for (const server of [0, 1]) {
        const again = await store.api("POST", "/auth/customer/phonepass", {
          body: { phone: account.phone, password: NEW_PASSWORD },
          server,
        })
        expect(again.status).toBe(200)
      }
    },
    TIMEOUT_MS
  )

  /** Asks both servers for their health, one time after the other, while something goes on. */
  const answersUntil = async (work: Promise<unknown>) => {
    const start = performance.now()
    let over = false
    void work.finally(() => (over = true))
    const health = { answers: 0, longestMs: 0, totalMs: 0 }
    while (!over) {
      const asked = performance.now()
      const { status } = await store.api("GET", "/health", {
        server: health.answers % 2,
      })
      expect(status).toBe(200)
      health.answers += 1
      health.longestMs = Math.max(health.longestMs, performance.now() - asked)
    }
    health.totalMs = performance.now() - start
    return health
  }
}
