import { atOnce } from "../../helpers/at-once"
import { confirmChange } from "../../helpers/change-contact"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  registerCustomer,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { send, verify } from "../../helpers/otp"
import { customersWith } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { changeWithLink, undo } from "../../helpers/undo"

const WRONG = "not the right password"

/** One server has the old `jwtSecret`, one the next; both have one `cookieSecret`. */
export function secrets(
  store: Store,
  { old, next }: { old: number; next: number }
) {
  const login = (email: string, password: string, server: number) =>
    store.api("POST", "/auth/customer/emailpass", {
      body: { email, password },
      server,
    })

  it("void what the other has signed, and send and take a new code at once", async () => {
    const { customer, email } = await registerCustomer(store)
    const before = await send(store, customer.id, "email_verification", {
      server: old,
    })
    const code = await lastCodeFor(store, email)
    expect(await verify(store, before.body.token, code, next)).toMatchObject({
      status: 401,
      body: { code: "otp_token_invalid" },
    })
    const after = await send(store, customer.id, "email_verification", {
      server: next,
    })
    const verified = await verify(
      store,
      after.body.token,
      await lastCodeFor(store, email),
      next
    )
    expect(verified.status).toBe(200)
    const me = (server: number) =>
      store.api("GET", "/store/customers/me", {
        token: verified.body.token,
        server,
      })
    expect((await me(next)).status).toBe(200)
    expect((await me(old)).status).toBe(401)
  })

  it("make customers wait together for the next text message", async () => {
    const { customer } = await registerCustomer(store, { phone: freshPhone() })
    const answers = [old, next, old].map(
      (server) => () =>
        send(store, customer.id, "phone_verification", { server })
    )
    const statuses = []
    for (const answer of answers) {
      statuses.push((await answer()).status)
    }
    expect(statuses).toEqual([200, 429, 429])
  })

  it("send one message together for 40 requests of one customer at once", async () => {
    const { customer } = await registerCustomer(store, { phone: freshPhone() })
    const answers = await atOnce(40, (nth) =>
      send(store, customer.id, "phone_verification", {
        server: nth % 2 ? old : next,
      })
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it("count wrong passwords together", async () => {
    const { email, password } = await verifiedCustomer(store)
    for (const server of [old, next, old, next]) {
      expect((await login(email, WRONG, server)).status).toBe(401)
    }
    for (const server of [old, next]) {
      expect(await login(email, password, server)).toMatchObject({
        status: 429,
        body: { code: "login_throttled" },
      })
    }
  })

  it("give a contact that is proven on both at once to one account", async () => {
    const phone = freshPhone()
    const changes = []
    for (const server of [old, next]) {
      const { email, password } = await verifiedCustomer(store)
      const { body } = await login(email, password, server)
      const asked = await store.api("POST", "/store/customers/me/contact", {
        token: body.token,
        body: { phone },
        server,
      })
      const code = await lastCodeFor(store, phone)
      const typed = { token: asked.body.token, code }
      changes.push(() => confirmChange(store, body.token, typed, server))
    }
    const answers = await Promise.all(changes.map((change) => change()))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    const holders = await customersWith(store, phone)
    expect(holders.map(({ phone_verified }) => phone_verified)).toEqual([true])
  })

  it("undo a contact change by a link that the other has sent", async () => {
    const { email, token } = await verifiedCustomer(store)
    const link = await changeWithLink(store, token, email, {
      email: freshEmail(),
    })
    expect((await undo(store, link.token, next)).status).toBe(200)
  })
}
