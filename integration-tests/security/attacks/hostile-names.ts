import { askToLeave } from "../../helpers/account-deletion"
import { changeContact } from "../../helpers/change-contact"
import {
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { resetToken } from "../../helpers/new-password"
import { Store } from "../../helpers/store"

const MARKED = "xyzzy"
const HOSTILE = `<img src=x onerror=${MARKED}>{{7*7}}{{{${MARKED}}}}\${7*7}<%=7*7%>"'`

/** Names that are markup, headers and template words, in an account whose owner gets every kind of message. */
export function hostileNames(store: Store) {
  it("No message shows anything that a customer has written of themselves, nor evaluates it", async () => {
    const customer = await verifiedCustomer(store, {
      phone: freshPhone(),
      profile: {
        first_name: HOSTILE,
        last_name: HOSTILE,
        company_name: HOSTILE,
        metadata: {
          layout: HOSTILE,
          settings: { views: HOSTILE },
          subject: HOSTILE,
        },
      },
    })
    const email = freshEmail()
    await resetToken(store, customer.email)
    const changed = await changeContact(store, customer.token, { email })
    expect(changed.status).toBe(200)
    const { token } = changed.body
    const asked = await askToLeave(store, token, { reason: HOSTILE })
    expect(asked.status).toBe(200)
    await messageTo(store, email, 2)

    const messages = [customer.email, email].flatMap((to) =>
      messagesTo(store, to)
    )
    expect(messages.length).toBeGreaterThanOrEqual(5)
    for (const message of messages) {
      const { data: _data, ...shown } = message
      expect(JSON.stringify(shown)).not.toContain(MARKED)
      expect(JSON.stringify(shown)).not.toMatch(/onerror|\{\{|<%/)
      expect(message.subject).not.toMatch(/[\r\n]/)
    }
  })

  it.each([
    ["a line break", "Ada\r\nBcc: evil@example.com"],
    ["a text direction", "Ada\u202egro.live"],
    ["a hundred thousand letters", "x".repeat(99_000)],
  ])(
    "A name with %s comes into no message either",
    async (_what, first_name) => {
      const customer = await verifiedCustomer(store, { phone: freshPhone() })
      const updated = await store.api("POST", "/store/customers/me", {
        token: customer.token,
        body: { first_name },
      })
      expect([200, 400]).toContain(updated.status)
      await resetToken(store, customer.email)
      for (const message of messagesTo(store, customer.email)) {
        expect(JSON.stringify(message)).not.toContain(first_name.slice(3))
        expect(message.to).toBe(customer.email)
        expect(message.subject).not.toMatch(/[\r\n]/)
      }
    }
  )
}
