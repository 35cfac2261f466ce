import {
  lastCodeFor,
  freshPhone,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { decodeJwt } from "../../helpers/jwt"
import { send, verify } from "../../helpers/otp"
import { Store } from "../../helpers/store"

const HOUR = 3_600

type Servers = { right: number; fast: number; slow: number }

/** Two servers whose clocks are off by an hour; the database's is right. */
export function clocks(store: Store, { right, fast, slow }: Servers) {
  const sentCode = async (server: number) => {
    const { customer, email } = await registerCustomer(store)
    const { body } = await send(store, customer.id, "email_verification", {
      server,
    })
    return { token: body.token, code: await lastCodeFor(store, email) }
  }
  /** Of all live codes of the store. */
  const expireIn = (seconds: number) =>
    store.db.query(
      "update otp_verification set expires_at = now() + $1 * interval '1 second' where consumed_at is null",
      [seconds]
    )
  const login = async (
    account: { email: string; password: string },
    server: number
  ) => {
    const { email, password } = account
    const { body } = await store.api("POST", "/auth/customer/emailpass", {
      body: { email, password },
      server,
    })
    return String(body.token)
  }
  const me = async (token: string, server: number) =>
    (await store.api("GET", "/store/customers/me", { token, server })).status

  it("take a code until the database's clock says that it has expired", async () => {
    const [ofSlow, ofFast, late] = [
      await sentCode(slow),
      await sentCode(fast),
      await sentCode(right),
    ]
    await expireIn(60)
    for (const { token, code } of [ofSlow, ofFast]) {
      expect((await verify(store, token, code, fast)).status).toBe(200)
    }
    await expireIn(-1)
    expect(await verify(store, late.token, late.code, slow)).toMatchObject({
      status: 400,
      body: { code: "otp_expired" },
    })
  })

  it("let nobody have a code sooner or later than the others do", async () => {
    const { customer } = await registerCustomer(store, { phone: freshPhone() })
    const sendBy = (server: number) =>
      send(store, customer.id, "phone_verification", { server })
    expect((await sendBy(slow)).status).toBe(200)
    for (const server of [fast, right, slow]) {
      const { status, body } = await sendBy(server)
      expect(status).toBe(429)
      expect(body.retry_after).toBeGreaterThan(0)
      expect(body.retry_after).toBeLessThanOrEqual(60)
    }
  })

  it("send as many codes to one contact in an hour as the limit says", async () => {
    const { customer } = await registerCustomer(store)
    const statuses = []
    for (const server of [slow, right, slow, right, slow, right, slow]) {
      const { status } = await send(store, customer.id, "email_verification", {
        server,
      })
      statuses.push(status)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
  })

  it("date logins by their own clocks, and take those of the others", async () => {
    const account = await verifiedCustomer(store)
    const now = Date.now() / 1000
    for (const [server, offset] of [
      [fast, HOUR],
      [slow, -HOUR],
    ]) {
      const token = await login(account, server)
      const iat = Number(decodeJwt(token).iat)
      expect(Math.abs(iat - now - offset)).toBeLessThan(120)
      for (const other of [right, fast, slow]) {
        expect(await me(token, other)).toBe(200)
      }
    }
  })

  it("let a customer log in everywhere after a revocation, and end older logins but those of a fast clock", async () => {
    const account = await verifiedCustomer(store)
    const [ofRight, ofFast, ofSlow] = [
      await login(account, right),
      await login(account, fast),
      await login(account, slow),
    ]
    const revoked = await store.api(
      "POST",
      "/store/customers/me/sessions/revoke",
      {
        token: ofRight,
        server: right,
      }
    )
    expect(revoked.status).toBe(200)
    for (const server of [right, fast, slow]) {
      expect(await me(ofRight, server)).toBe(401)
      expect(await me(ofSlow, server)).toBe(401)
      // SECURITY.md: for as long as that clock is ahead.
      expect(await me(ofFast, server)).toBe(200)
    }
    for (const server of [right, fast, slow]) {
      expect(await me(await login(account, server), right)).toBe(200)
    }
  })
}
