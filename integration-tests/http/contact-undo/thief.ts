import { askToLeave, confirmLeaving } from "../../helpers/account-deletion"
import {
  askForChange,
  changeContact,
  confirmChange,
} from "../../helpers/change-contact"
import {
  codeOf,
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  messageTo,
  PASSWORD,
  verifyContact,
} from "../../helpers/fixtures"
import {
  askForRecovery,
  confirmRecovery,
  finishReset,
  NEW_PASSWORD,
  recoveryCode,
  resetToken,
} from "../../helpers/new-password"
import { lockRows } from "../../helpers/row-lock"
import { customerRow, identitiesOf } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { changeWithLink, undo, undoLink } from "../../helpers/undo"
import { customerByPhone } from "../contact-change/customer"
import {
  bothLogins,
  expectRevokedEverywhere,
  expectValid,
} from "../sessions/logins"

const THIEFS_PASSWORD = "the thief's own battery"

export function thieves(store: Store) {
  describe("A thief with a stolen login", () => {
    it("whose recovery by the new phone is under way at the undo writes no password", async () => {
      const owner = await customerByPhone(store)
      const theirs = freshPhone()
      const moved = await changeWithLink(store, owner.token, owner.phone, {
        phone: theirs,
      })
      const typed = await recoveryCode(store, theirs)
      await signInWith(store, "phonepass", theirs, "a wrong password")
      // A recovery forgets the wrong passwords before it sets the new one.
      const wrong = "select 1 from otp_limit where max = $1"
      const lock = await lockRows(store, wrong, [100])
      const recovery = confirmRecovery(store, typed, THIEFS_PASSWORD)
      await lock.awaited()
      expect((await undo(store, moved.token)).status).toBe(200)
      const login = async () => {
        const { rows } = await store.db.query(
          "select provider_metadata, updated_at from provider_identity where entity_id = $1",
          [owner.phone]
        )
        return rows
      }
      const before = await login()
      await lock.release()

      expect(await recovery).toMatchObject({
        status: 400,
        body: { code: "otp_invalid" },
      })
      expect(before).toHaveLength(1)
      expect(await login()).toEqual(before)
    })

    it("who moves the phone and recovers by it loses all of it to the link in the old phone's message", async () => {
      const owner = await customerByPhone(store)
      const { id } = owner.customer
      const before = await customerRow(store, id)
      const stolen = await bothLogins(store, owner.token)
      const theirs = freshPhone()

      const moved = await changeWithLink(store, owner.token, owner.phone, {
        phone: theirs,
      })
      await confirmRecovery(
        store,
        await recoveryCode(store, theirs),
        THIEFS_PASSWORD
      )
      const { body } = await signInWith(
        store,
        "phonepass",
        theirs,
        THIEFS_PASSWORD
      )
      await expectValid(store, { token: body.token })
      const session = await bothLogins(store, body.token)
      const another = freshPhone()
      const asked = await askForChange(store, body.token, { phone: another })
      const pending = {
        token: asked.body.token,
        code: await lastCodeFor(store, another),
      }
      const leaving = await askToLeave(store, body.token)
      const leavingCode = await lastCodeFor(store, theirs)
      const recovery = await recoveryCode(store, theirs)

      const undone = await undo(store, moved.token)

      expect(undone).toMatchObject({
        status: 200,
        body: { success: true, contact: "phone" },
      })
      expect(await customerRow(store, id)).toEqual(before)
      for (const login of [
        stolen.cookie,
        stolen.bearer,
        session.cookie,
        session.bearer,
        { token: moved.login },
      ]) {
        await expectRevokedEverywhere(store, login)
      }
      for (const [contact, password] of [
        [theirs, THIEFS_PASSWORD],
        [theirs, PASSWORD],
        [owner.phone, THIEFS_PASSWORD],
        [owner.phone, PASSWORD],
      ]) {
        const refused = await signInWith(store, "phonepass", contact, password)
        expect([contact, password, refused.status]).toEqual([
          contact,
          password,
          401,
        ])
      }
      expect((await confirmRecovery(store, recovery)).status).toBe(400)
      expect((await confirmChange(store, body.token, pending)).status).toBe(401)
      expect(
        (await confirmLeaving(store, leaving.body.token, leavingCode)).status
      ).toBe(400)
      const sent = messagesTo(store, theirs).length
      expect((await askForRecovery(store, { phone: theirs })).status).toBe(200)
      expect(await identitiesOf(store, theirs)).toEqual([])
      const notices = messagesTo(store, theirs).filter(({ text }) =>
        text?.includes("undone")
      )
      expect(notices).toHaveLength(1)
      expect(undoLink(notices[0])).toBeUndefined()
      const events = store
        .events()
        .filter(({ name }) => name === "customer.contact_changed")
      expect(events.filter(({ data }) => data.id === id)).toHaveLength(2)
      expect(events.at(-1)?.data).toEqual({ id })

      const typed = await recoveryCode(store, owner.phone)
      expect((await confirmRecovery(store, typed)).status).toBe(200)
      const again = await signInWith(
        store,
        "phonepass",
        owner.phone,
        NEW_PASSWORD
      )
      expect(again.status).toBe(200)
      await expectValid(store, { token: again.body.token })
      // The change that waited for its code does not go on with the owner's login either.
      expect(
        (await confirmChange(store, again.body.token, pending)).status
      ).toBe(400)
      expect(messagesTo(store, theirs)).toHaveLength(sent)
    })

    it("who moves the e-mail gets in by no mail of before", async () => {
      const owner = await customerByPhone(store)
      await verifyContact(store, owner, "email_verification")
      expect((await signInWith(store, "emailpass", owner.email)).status).toBe(
        200
      )
      const theirs = freshEmail()
      const { token } = await changeWithLink(store, owner.token, owner.email, {
        email: theirs,
      })
      const reset = await resetToken(store, theirs)
      const notice = messagesTo(store, owner.email).at(-1)!
      expect(notice.html).toContain(`undo-contact-change?token&#x3D;${token}`)

      expect(await undo(store, token)).toMatchObject({
        status: 200,
        body: { contact: "email" },
      })

      expect(await customerRow(store, owner.customer.id)).toMatchObject({
        email: owner.email,
        email_verified: true,
        phone: owner.phone,
        phone_verified: true,
      })
      expect((await finishReset(store, reset, THIEFS_PASSWORD)).status).toBe(
        401
      )
      for (const [provider, contact] of [
        ["emailpass", theirs],
        ["emailpass", owner.email],
        ["phonepass", owner.phone],
      ] as const) {
        for (const password of [PASSWORD, THIEFS_PASSWORD]) {
          expect(
            (await signInWith(store, provider, contact, password)).status
          ).toBe(401)
        }
      }
      const sent = messagesTo(store, owner.email).length
      const { body } = await askForRecovery(store, { email: owner.email })
      const code = codeOf(await messageTo(store, owner.email, sent + 1))
      expect(
        (await confirmRecovery(store, { token: body.token, code })).status
      ).toBe(200)
      for (const [provider, contact] of [
        ["emailpass", owner.email],
        ["phonepass", owner.phone],
      ] as const) {
        expect(
          (await signInWith(store, provider, contact, NEW_PASSWORD)).status
        ).toBe(200)
      }
    })

    it("who moves it on and on loses it to the first link, which ends the later ones", async () => {
      const owner = await customerByPhone(store)
      const [b, c] = [freshPhone(), freshPhone()]
      const first = await changeWithLink(store, owner.token, owner.phone, {
        phone: b,
      })
      const second = await changeWithLink(store, first.login, b, { phone: c })

      expect((await undo(store, first.token)).status).toBe(200)

      expect(await customerRow(store, owner.customer.id)).toMatchObject({
        phone: owner.phone,
        phone_verified: true,
      })
      for (const { token } of [first, second]) {
        expect(await undo(store, token)).toMatchObject({
          status: 400,
          body: { code: "undo_used" },
        })
      }
      expect((await messageTo(store, c, 2)).text).toContain("undone")
    })

    it("who undoes their own later change leaves the first link alive, and that of the other contact", async () => {
      const owner = await customerByPhone(store)
      await verifyContact(store, owner, "email_verification")
      const [b, c] = [freshPhone(), freshPhone()]
      const first = await changeWithLink(store, owner.token, owner.phone, {
        phone: b,
      })
      const mail = await changeWithLink(store, first.login, owner.email, {
        email: freshEmail(),
      })
      const second = await changeWithLink(store, mail.login, b, { phone: c })

      expect((await undo(store, second.token)).status).toBe(200)
      expect(await customerRow(store, owner.customer.id)).toMatchObject({
        phone: b,
      })
      expect((await undo(store, first.token)).status).toBe(200)
      expect((await undo(store, mail.token)).status).toBe(200)
      expect(await customerRow(store, owner.customer.id)).toMatchObject({
        phone: owner.phone,
        email: owner.email,
        phone_verified: true,
        email_verified: true,
      })
    })
  })

  it("An old contact that its customer had not proven is told, and gets no link", async () => {
    const { token, email } = await customerByPhone(store)
    await changeContact(store, token, { email: freshEmail() })
    const notice = await messageTo(store, email)
    expect(notice.subject).toBe("Your e-mail address was changed")
    expect(undoLink(notice)).toBeUndefined()
  })
}
