import { domainToASCII } from "node:url"
import { askToLeave, askToStay } from "../../helpers/account-deletion"
import { askForChange, confirmChange } from "../../helpers/change-contact"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  PASSWORD,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  askForRecovery,
  askForReset,
  confirmRecovery,
  finishReset,
  NEW_PASSWORD,
  recoveryCode,
  resetLink,
} from "../../helpers/new-password"
import { oldAccount } from "../../helpers/old-account"
import { send } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"

let numbers = 10

/** A number of a plan that is over, another one at each call. */
const PLANS: [string, () => string][] = [
  ["Mexican mobile number of before 2019", () => `+52155123456${numbers++}`],
  ["Ivorian number of before 2021", () => `+225071234${numbers++}`],
]

const EMAILS: [string, () => string][] = [
  ["an ampersand", () => `r&d-${freshEmail()}`],
  [
    "an international domain",
    () => freshEmail().replace("example", "b\u00fccher"),
  ],
  ["a letter beyond ASCII", () => `jos\u00e9-${freshEmail()}`],
]

export function storedContacts(store: Store) {
  const withPhone = async (phone: string) => {
    const account = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
    })
    const { id } = account.customer
    const run = (sql: string, value: string) =>
      store.db.query(sql, [phone, value])
    await run(
      "update provider_identity set entity_id = $1 where entity_id = $2",
      account.phone
    )
    await run("update customer set phone = $1 where id = $2", id)
    await store.db.query(
      "update customer set phone_verified = true where id = $1",
      [id]
    )
    return { ...account, id, phone }
  }

  describe.each(PLANS)("A stored %s", (_plan, fresh) => {
    it("logs in, in any spelling", async () => {
      const { phone } = await withPhone(fresh())
      for (const typed of [
        phone,
        phone.replace(/(.{3})(..)/, "\u202a$1 $2-"),
      ]) {
        expect((await signInWith(store, "phonepass", typed)).status).toBe(200)
      }
    })

    it("recovers the account", async () => {
      const { phone } = await withPhone(fresh())
      const typed = await recoveryCode(store, phone)
      expect((await confirmRecovery(store, typed)).status).toBe(200)
      const { status } = await signInWith(
        store,
        "phonepass",
        phone,
        NEW_PASSWORD
      )
      expect(status).toBe(200)
    })

    it("is sent its codes", async () => {
      const { id, phone } = await withPhone(fresh())
      await store.db.query(
        "update customer set phone_verified = false where id = $1",
        [id]
      )
      expect((await send(store, id)).status).toBe(200)
      await messageTo(store, phone)
    })

    it("changes its password, asks for the deletion of its account, and leaves", async () => {
      const { id, phone, token } = await withPhone(fresh())
      const changed = await store.api("POST", "/store/customers/me/password", {
        token,
        body: { old_password: PASSWORD, new_password: NEW_PASSWORD },
      })
      expect(changed.body).toMatchObject({ success: true })

      const again = await signInWith(store, "phonepass", phone, NEW_PASSWORD)
      const session = { token: again.body.token as string }
      const asked = await store.api(
        "POST",
        "/store/customers/account-deletion/request",
        { ...session, body: {} }
      )
      expect(asked.status).toBe(200)
      await messageTo(store, phone)

      const next = freshPhone()
      const change = await askForChange(store, session.token, { phone: next })
      const code = await lastCodeFor(store, next)
      const confirmed = await confirmChange(store, session.token, {
        token: change.body.token,
        code,
      })
      expect(confirmed.status).toBe(200)
      expect(await customerRow(store, id)).toMatchObject({ phone: next })
      expect(
        (await signInWith(store, "phonepass", next, NEW_PASSWORD)).status
      ).toBe(200)
    })
  })

  describe("A number that no plan has and no account", () => {
    it("is no new contact", async () => {
      const { token } = await withPhone("+5215500000001")
      const phone = "+5215500000002"
      const refused = await askForChange(store, token, { phone })
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "invalid_body" },
      })
      await expect(registerIdentity(store, "phonepass", phone)).rejects.toThrow(
        "400"
      )
    })

    it("may be named, gets the same answer and no message", async () => {
      const phone = "+5215500000003"
      const asked = [
        await askForRecovery(store, { phone }),
        await askToStay(store, { phone }),
      ]
      for (const { status, body } of asked) {
        expect(status).toBe(200)
        expect(Object.keys(body).sort()).toEqual(["expires_at", "token"])
      }
      const { phone: known } = await withPhone("+5215500000004")
      await recoveryCode(store, known)
      expect(messagesTo(store, phone)).toEqual([])
    })
  })

  describe.each(EMAILS)("A stored e-mail with %s", (_what, fresh) => {
    it("logs in, in any letter case", async () => {
      const email = fresh()
      await oldAccount(store, email)
      for (const typed of [email, email.toUpperCase(), `\u00a0${email}`]) {
        expect((await signInWith(store, "emailpass", typed)).status).toBe(200)
      }
    })

    it("is sent the reset mail, and is proven by it", async () => {
      const email = fresh()
      const id = await oldAccount(store, email, { verified: false })
      await askForReset(store, email)
      const mail = await messageTo(store, email)
      const token = resetLink(mail).searchParams.get("token")!
      const reset = await finishReset(store, token)
      expect(reset.status).toBe(200)
      // A proof stores the normal form.
      const [name, domain] = email.split("@")
      expect(await customerRow(store, id)).toMatchObject({
        email: `${name}@${domainToASCII(domain)}`,
        email_verified: true,
      })
      const { status } = await signInWith(
        store,
        "emailpass",
        email,
        NEW_PASSWORD
      )
      expect(status).toBe(200)
    })

    it("recovers and asks for the deletion of its account", async () => {
      const email = fresh()
      await oldAccount(store, email)
      const before = store.outbox().length
      const asked = await askForRecovery(store, { email })
      expect(asked.status).toBe(200)
      const { to } = await nextMessage(store, before)
      const code = await lastCodeFor(store, to)
      const typed = { token: asked.body.token as string, code }
      expect((await confirmRecovery(store, typed)).status).toBe(200)

      const again = await signInWith(store, "emailpass", email, NEW_PASSWORD)
      const deletion = await askToLeave(store, again.body.token as string)
      expect(deletion.status).toBe(200)
    })
  })
}

async function nextMessage(store: Store, before: number) {
  for (let wait = 0; wait < 100; wait++) {
    const message = store.outbox()[before]
    if (message) {
      return message
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error("No message came")
}
