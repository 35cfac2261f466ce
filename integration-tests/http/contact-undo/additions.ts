import {
  codeOf,
  freshEmail,
  freshPhone,
  messagesTo,
  messageTo,
  PASSWORD,
  verifiedCustomer,
} from "../../helpers/fixtures"
import {
  askForRecovery,
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { customerRow, identitiesOf } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { changeWithLink, undo, undoLink } from "../../helpers/undo"
import { bothLogins, expectRevokedEverywhere } from "../sessions/logins"

const THIEFS_PASSWORD = "the thief's own battery"

export function additions(store: Store) {
  // The store registers with both: as an account of before, or one whose phone somebody else has proven.
  const customerWithoutPhone = async () => {
    const owner = await verifiedCustomer(store, { phone: freshPhone() })
    const { id } = owner.customer
    await store.db.query("update customer set phone = null where id = $1", [id])
    return owner
  }

  const recoverByPhone = async (phone: string) => {
    const typed = await recoveryCode(store, phone)
    const { status } = await confirmRecovery(store, typed, THIEFS_PASSWORD)
    expect(status).toBe(200)
    const login = await signInWith(store, "phonepass", phone, THIEFS_PASSWORD)
    expect(login.status).toBe(200)
    return login.body.token as string
  }

  const expectOpensNothing = async (phone: string) => {
    for (const password of [PASSWORD, THIEFS_PASSWORD]) {
      const { status } = await signInWith(store, "phonepass", phone, password)
      expect(status).toBe(401)
    }
    const sent = messagesTo(store, phone).length
    expect((await askForRecovery(store, { phone })).status).toBe(200)
    expect(await identitiesOf(store, phone)).toEqual([])
    expect(messagesTo(store, phone)).toHaveLength(sent)
  }

  const recoverByEmail = async (email: string) => {
    const sent = messagesTo(store, email).length
    const { body } = await askForRecovery(store, { email })
    const code = codeOf(await messageTo(store, email, sent + 1))
    const typed = { token: body.token as string, code }
    expect((await confirmRecovery(store, typed)).status).toBe(200)
    const login = await signInWith(store, "emailpass", email, NEW_PASSWORD)
    expect(login.status).toBe(200)
  }

  it("A thief who adds a phone, recovers by it and moves it on loses all of it to the first link in the owner's mail", async () => {
    const owner = await customerWithoutPhone()
    const { id } = owner.customer
    const before = await customerRow(store, id)
    const stolen = await bothLogins(store, owner.token)
    const [theirs, next] = [freshPhone(), freshPhone()]
    const added = await changeWithLink(store, owner.token, owner.email, {
      phone: theirs,
    })
    expect(messagesTo(store, owner.email).at(-1)?.subject).toBe(
      "A phone number was added to your account"
    )
    const login = await recoverByPhone(theirs)
    const moved = await changeWithLink(store, login, owner.email, {
      phone: next,
    })
    const same = undoLink(messagesTo(store, theirs).at(-1)!)
    expect(same?.searchParams.get("token")).toBe(moved.token)

    expect(await undo(store, added.token)).toMatchObject({
      status: 200,
      body: { success: true, contact: "phone" },
    })

    expect(await customerRow(store, id)).toEqual(before)
    for (const session of [
      stolen.cookie,
      stolen.bearer,
      { token: login },
      { token: moved.login },
    ]) {
      await expectRevokedEverywhere(store, session)
    }
    for (const { token } of [added, moved]) {
      expect((await undo(store, token)).body.code).toBe("undo_used")
    }
    expect((await messageTo(store, next, 2)).text).toContain("undone")
    await expectOpensNothing(theirs)
    await expectOpensNothing(next)
    for (const password of [PASSWORD, THIEFS_PASSWORD]) {
      const { email } = owner
      const { status } = await signInWith(store, "emailpass", email, password)
      expect(status).toBe(401)
    }
    await recoverByEmail(owner.email)
    const heir = await verifiedCustomer(store, {
      provider: "phonepass",
      phone: theirs,
      email: freshEmail(),
    })
    expect(heir.customer.id).not.toBe(id)
  })

  it("An undo that removes the customer's only login leaves an account that its e-mail recovers", async () => {
    const owner = await customerWithoutPhone()
    const theirs = freshPhone()
    const { token } = await changeWithLink(store, owner.token, owner.email, {
      phone: theirs,
    })
    await store.db.query(
      "delete from provider_identity where provider = 'emailpass' and entity_id = $1",
      [owner.email]
    )
    await recoverByPhone(theirs)

    expect((await undo(store, token)).status).toBe(200)

    await expectOpensNothing(theirs)
    await recoverByEmail(owner.email)
  })

  it("The undo of a phone in place of one that was never proven goes to the e-mail, and puts that one back unproven", async () => {
    const owner = await verifiedCustomer(store, { phone: freshPhone() })
    const before = await customerRow(store, owner.customer.id)
    const theirs = freshPhone()
    const { token } = await changeWithLink(store, owner.token, owner.email, {
      phone: theirs,
    })
    const notice = await messageTo(store, owner.phone)
    expect(notice.text).toContain("was changed")
    expect(undoLink(notice)).toBeUndefined()
    await recoverByPhone(theirs)

    expect((await undo(store, token)).status).toBe(200)

    expect(before).toMatchObject({ phone: owner.phone, phone_verified: false })
    expect(await customerRow(store, owner.customer.id)).toEqual(before)
    expect(await identitiesOf(store, owner.phone)).toEqual([])
    await expectOpensNothing(theirs)
    await recoverByEmail(owner.email)
  })

  it("An undo leaves a phone that was never proven to the account that has proven it since", async () => {
    const owner = await verifiedCustomer(store, { phone: freshPhone() })
    const { token } = await changeWithLink(store, owner.token, owner.email, {
      phone: freshPhone(),
    })
    const heir = await verifiedCustomer(store, {
      provider: "phonepass",
      phone: owner.phone,
      email: freshEmail(),
    })

    expect((await undo(store, token)).status).toBe(200)

    expect(await customerRow(store, owner.customer.id)).toMatchObject({
      phone: null,
      phone_verified: false,
    })
    expect(await customerRow(store, heir.customer.id)).toMatchObject({
      phone: owner.phone,
      phone_verified: true,
    })
  })
}
