import { failAfter } from "../../helpers/fail-after"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  messagesTo,
  registerCustomer,
  registerIdentity,
  VerificationType,
  verifyContact,
} from "../../helpers/fixtures"
import { letPass, send } from "../../helpers/otp"
import { customerRow, customersWith, insertCustomer } from "../../helpers/rows"
import { signUp } from "../../helpers/sign-up"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { written, writtenBesidesLimits } from "../../helpers/written"

/** Each workflow as one step of a store's own workflow, whose next step fails. */
export function undoneWorkflows(store: Store) {
  const runAndFail = async (
    workflow: string,
    input: Record<string, unknown>,
    look: typeof writtenBesidesLimits = written
  ) => {
    const before = await look(store)
    await failAfter(store, workflow, input)
    expect(await look(store)).toEqual(before)
  }

  const emitted = (name: string) =>
    store
      .events()
      .filter((event) => event.name === name)
      .map(({ data }) => data.id)

  describe("A workflow of the plugin within one that fails", () => {
    it("takes a registration back: customer, link, codes and reservation", async () => {
      const email = freshEmail()
      const phone = freshPhone()
      const token = await registerIdentity(store, "emailpass", email)
      const { auth_identity_id } = decodeJwt(token)

      await runAndFail(
        "register-customer",
        { auth_identity_id, customer: { email, phone } },
        writtenBesidesLimits
      )

      expect(messagesTo(store, phone)).toHaveLength(1)
      expect(await customersWith(store, phone)).toEqual([])
      const { status, body } = await signUp(store, token, { email, phone })
      expect(status).toBe(200)
      await waitFor("customer.created", () =>
        emitted("customer.created").find((id) => id === body.customer.id)
      )
      for (const id of emitted("customer.created")) {
        expect(await customerRow(store, String(id))).toBeDefined()
      }
    })

    it("takes a send back: the code is void, and the message stays counted", async () => {
      const phone = freshPhone()
      const id = await insertCustomer(store, { phone })
      const input = { customer_id: id, type: "phone_verification" }

      await runAndFail("send-otp", input, writtenBesidesLimits)

      expect(messagesTo(store, phone)).toHaveLength(1)
      expect((await send(store, id)).status).toBe(429)
      await letPass(store, 61)
      expect((await send(store, id)).status).toBe(200)
    })

    it.each<[string, VerificationType, "email" | "phone"]>([
      ["verify-email", "email_verification", "email"],
      ["verify-phone", "phone_verification", "phone"],
    ])("takes %s back, and emits nothing", async (workflow, type, contact) => {
      const account = await registerCustomer(store, {
        email: freshEmail(),
        phone: freshPhone(),
      })
      const { id } = account.customer

      await runAndFail(workflow, { customer_id: id })

      expect(await customerRow(store, id)).toMatchObject({
        email_verified: false,
        phone_verified: false,
      })
      const other = await registerCustomer(store, {
        email: freshEmail(),
        phone: freshPhone(),
      })
      await verifyContact(store, other, type)
      const event = `customer.${contact}_verified`
      await waitFor(event, () =>
        emitted(event).find((emittedId) => emittedId === other.customer.id)
      )
      expect(emitted(event)).not.toContain(id)
    })

    it.each(["verify-email", "verify-phone"])(
      "leaves a flag that was set before %s",
      async (workflow) => {
        const id = await insertCustomer(store, {
          email: freshEmail(),
          phone: freshPhone(),
        })
        await store.db.query(
          "update customer set email_verified = true, phone_verified = true where id = $1",
          [id]
        )

        await runAndFail(workflow, { customer_id: id })

        expect(await customerRow(store, id)).toMatchObject({
          email_verified: true,
          phone_verified: true,
        })
      }
    )
  })
}
