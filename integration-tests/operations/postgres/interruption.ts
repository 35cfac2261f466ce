import { setTimeout as sleep } from "node:timers/promises"
import { atOnce } from "../../helpers/at-once"
import {
  Account,
  freshPhone,
  lastCodeFor,
  messagesTo,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { send, verify, wrongCode } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

/** Medusa waits up to 60 s for a connection: that long PostgreSQL may be away before a request fails. */
const PATIENCE_MS = 60_000
/** What a restart takes. */
const AWAY_MS = 3_000
const WRONG = "not the right password"

type Interrupt = (meanwhile: () => Promise<void>) => Promise<void>

/** PostgreSQL is stopped while some limits are half used up, and started again. */
export function interruption(store: Store, interrupt: Interrupt) {
  let guessed: { token: string; code: string }
  let waiting: string
  let mistyping: Account
  let loggedIn: Account & { token: string }
  let untouched: { id: string; phone: string }
  let meanwhile: HttpResponse[]

  const login = (
    { email, password }: { email?: string; password: string },
    server: number
  ) =>
    store.api("POST", "/auth/customer/emailpass", {
      body: { email, password },
      server,
    })

  const me = (server: number) =>
    store.api("GET", "/store/customers/me", { token: loggedIn.token, server })

  beforeAll(async () => {
    const account = await registerCustomer(store)
    const { id } = account.customer
    const sent = await send(store, id, "email_verification")
    const code = await lastCodeFor(store, account.email)
    guessed = { token: sent.body.token, code }
    await verify(store, guessed.token, wrongCode(code))
    await verify(store, guessed.token, wrongCode(code))
    waiting = await insertCustomer(store, { phone: freshPhone() })
    expect((await send(store, waiting)).status).toBe(200)
    mistyping = await verifiedCustomer(store)
    await login({ ...mistyping, password: WRONG }, 0)
    await login({ ...mistyping, password: WRONG }, 1)
    loggedIn = await verifiedCustomer(store)
    const phone = freshPhone()
    untouched = { phone, id: await insertCustomer(store, { phone }) }

    const requests: Promise<HttpResponse>[] = []
    await interrupt(async () => {
      for (const server of [0, 1]) {
        requests.push(
          send(store, untouched.id, "phone_verification", { server }),
          login(loggedIn, server),
          me(server)
        )
      }
      await sleep(AWAY_MS)
    })
    meanwhile = await Promise.all(requests)
  }, 3 * PATIENCE_MS)

  it("answers every request that came meanwhile: of two for a code one is sent", () => {
    const statuses = meanwhile.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect(messagesTo(store, untouched.phone)).toHaveLength(1)
  })

  it("answers again by itself, on both servers, and leaves no 500 behind", async () => {
    for (const server of [0, 1]) {
      await waitFor(
        `server ${server}`,
        async () => {
          const { status } = await store.api("GET", "/store/regions", {
            server,
          })
          return status === 200 ? true : undefined
        },
        30_000
      )
      const answers = await atOnce(20, () => me(server))
      expect(answers.map(({ status }) => status)).toEqual(
        answers.map(() => 200)
      )
    }
  })

  it("keeps count of wrong codes: of five two were used before", async () => {
    const { token, code } = guessed
    const codes = []
    for (const server of [0, 1, 0, 1]) {
      const { body } = await verify(store, token, wrongCode(code), server)
      codes.push(body.code)
    }
    expect(codes).toEqual([
      ...["otp_invalid", "otp_invalid", "otp_invalid"],
      "otp_attempts_exceeded",
    ])
  })

  it("keeps count of wrong passwords: of four two were used before", async () => {
    const statuses = []
    for (const server of [0, 1, 0]) {
      const { status } = await login({ ...mistyping, password: WRONG }, server)
      statuses.push(status)
    }
    expect(statuses).toEqual([401, 401, 429])
  })

  it("keeps the time that a customer has to wait for the next code", async () => {
    const { status, body } = await send(store, waiting)
    expect(status).toBe(429)
    expect(body.retry_after).toBeGreaterThan(1_800)
  })

  it("registers, verifies and logs in as before", async () => {
    const account = await verifiedCustomer(store)
    for (const server of [0, 1]) {
      expect((await login(account, server)).status).toBe(200)
    }
  })
}
