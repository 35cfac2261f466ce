import { admin, confirmedRequest } from "../../helpers/account-deletion"
import {
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  askForReset,
  confirmRecovery,
  finishReset,
  NEW_PASSWORD,
  recoveryCode,
  resetToken,
} from "../../helpers/new-password"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { writtenBesidesLimits } from "../../helpers/written"

type Customer = Awaited<ReturnType<typeof newCustomer>>

const newCustomer = (store: Store) =>
  verifiedCustomer(store, { phone: freshPhone() })

const OTHER_PASSWORD = "whoever reads old mails"

/** A link that lies in a mailbox while the account goes on. */
export function resetLinks(store: Store) {
  const CHANGES: [string, (customer: Customer) => Promise<number>][] = [
    [
      "a password change",
      async ({ token }) => {
        const changed = await store.api(
          "POST",
          "/store/customers/me/password",
          {
            token,
            body: { old_password: PASSWORD, new_password: NEW_PASSWORD },
          }
        )
        return changed.status
      },
    ],
    [
      "a recovery by phone",
      async ({ customer, phone }) => {
        await store.db.query(
          "update customer set phone_verified = true where id = $1",
          [customer.id]
        )
        const typed = await recoveryCode(store, phone)
        return (await confirmRecovery(store, typed)).status
      },
    ],
    [
      "a reset by a newer link",
      async ({ email }) =>
        (await finishReset(store, await resetToken(store, email))).status,
    ],
    [
      "an erasure",
      async (customer) => {
        const { id } = await confirmedRequest(store, customer)
        return (await admin(store, "POST", `/${id}/execute`)).status
      },
    ],
  ]

  it.each(CHANGES)(
    "A link of before %s sets no password",
    async (_what, change) => {
      const customer = await newCustomer(store)
      const link = await resetToken(store, customer.email)
      expect(await change(customer)).toBe(200)

      // That it was used is written.
      const before = await writtenBesidesLimits(store)
      const late = await finishReset(store, link, OTHER_PASSWORD)

      expect(late).toMatchObject({
        status: 401,
        body: { code: "reset_token_invalid" },
      })
      expect(await writtenBesidesLimits(store)).toEqual(before)
      const login = await signInWith(
        store,
        "emailpass",
        customer.email,
        OTHER_PASSWORD
      )
      expect(login.status).toBe(401)
    }
  )

  it("A reset changes the password of the token's login alone, whatever else stands in its body", async () => {
    const customer = await newCustomer(store)
    const victim = await newCustomer(store)
    const link = await resetToken(store, customer.email)

    const { status } = await store.api(
      "POST",
      "/auth/customer/emailpass/update",
      {
        token: link,
        body: {
          password: NEW_PASSWORD,
          entity_id: victim.email,
          email: victim.email,
          phone: victim.phone,
          provider: "phonepass",
          auth_identity_id: "authid_mine",
          provider_metadata: { password: "mine" },
          app_metadata: { customer_id: victim.customer.id },
        },
      }
    )

    const works = async (email: string, password: string) =>
      (await signInWith(store, "emailpass", email, password)).status === 200
    expect(await works(victim.email, PASSWORD)).toBe(true)
    expect(await works(victim.email, NEW_PASSWORD)).toBe(false)
    expect(await works(customer.email, NEW_PASSWORD)).toBe(status === 200)
    const login = await signInWith(
      store,
      "emailpass",
      customer.email,
      status === 200 ? NEW_PASSWORD : PASSWORD
    )
    const { body } = await store.api("GET", "/store/customers/me", {
      token: login.body.token,
    })
    expect(body.customer.id).toBe(customer.customer.id)
  })

  it("A request for a link is answered before a slow provider has the mail", async () => {
    const { email } = await newCustomer(store)
    const before = messagesTo(store, email).length
    store.slowProvider(1500)

    const { status } = await askForReset(store, email)
    const sent = messagesTo(store, email).length
    store.slowProvider(0)

    expect({ status, sent }).toEqual({ status: 201, sent: before })
    await messageTo(store, email, before + 1)
  })

  it.each<[string, (victim: string, thief: string) => unknown]>([
    ["a list of addresses", (victim, thief) => [victim, thief]],
    ["a list of one address", (victim) => [victim]],
    ["an object", (victim, thief) => ({ 0: victim, 1: thief })],
    ["two addresses", (victim, thief) => `${victim},${thief}`],
    ["a header", (victim, thief) => `${victim}\r\nBcc: ${thief}`],
    ["a name before it", (victim, thief) => `"${victim}" <${thief}>`],
    ["a lookalike", (victim) => victim.replace("example", "ex\u0430mple")],
    ["a fullwidth at sign", (victim) => victim.replace("@", "\uff20")],
  ])(
    "A request for a link with %s mails nobody but, at the most, the owner",
    async (_what, identifier) => {
      const { email } = await newCustomer(store)
      const other = await newCustomer(store)
      const thief = freshEmail()
      const before = store.outbox().length

      const { status } = await store.api(
        "POST",
        "/auth/customer/emailpass/reset-password",
        { body: { identifier: identifier(email, thief) } }
      )

      expect([201, 400]).toContain(status)
      // Another customer's mail comes after whatever was under way.
      await resetToken(store, other.email)
      const sentTo = store
        .outbox()
        .slice(before)
        .map(({ to }) => to)
        .filter((to) => to !== other.email)
      expect(sentTo.filter((to) => to !== email)).toEqual([])
    }
  )
}
