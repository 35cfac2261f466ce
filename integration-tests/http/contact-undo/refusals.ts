import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import { admin } from "../../helpers/account-deletion"
import { askForChange } from "../../helpers/change-contact"
import { tablesWith } from "../../helpers/dump"
import {
  freshEmail,
  freshPhone,
  registerCustomer,
  registerIdentity,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { customerRow, identitiesOf } from "../../helpers/rows"
import { signInWith } from "../../helpers/sign-in"
import { Store } from "../../helpers/store"
import { changeWithLink, undo } from "../../helpers/undo"
import { written } from "../../helpers/written"
import { customerByPhone } from "../contact-change/customer"
import { movedPhone } from "./moved-phone"
import { expectValid } from "../sessions/logins"

export function refusedUndos(store: Store) {
  const refusal = ({ status, body }: HttpResponse) => [status, body.code]

  describe("An undo is refused, and changes nothing,", () => {
    it("with 401 undo_token_invalid for whatever is no token of a link", async () => {
      const { owner, token, login } = await movedPhone(store)
      const asked = await askForChange(store, login, { phone: freshPhone() })
      const before = await written(store)
      for (const foreign of [
        login,
        owner.registrationToken,
        asked.body.token,
        `${token}A`,
        token.slice(1),
        token.toLowerCase(),
        "x",
        "a b\u0000c",
        "ü".repeat(4096),
      ]) {
        expect(refusal(await undo(store, foreign))).toEqual([
          401,
          "undo_token_invalid",
        ])
      }
      for (const foreign of [undefined, "", 7, ["x"], { a: 1 }, null]) {
        expect(refusal(await undo(store, foreign))).toEqual([
          400,
          "invalid_body",
        ])
      }
      expect(await written(store)).toEqual(before)
      await expectValid(store, { token: login })
    })

    it("with no GET, and the token opens nothing else", async () => {
      const { owner, token, login } = await movedPhone(store)
      const path = `/store/customers/contact-change/undo?token=${token}`
      expect((await store.api("GET", path)).status).toBe(404)
      for (const place of ["/store/customers/me", "/auth/token/refresh"]) {
        const method = place.startsWith("/auth") ? "POST" : "GET"
        expect((await store.api(method, place, { token })).status).toBe(401)
      }
      await expectValid(store, { token: login })
      expect((await signInWith(store, "phonepass", owner.phone)).status).toBe(
        401
      )
    })

    it("with 400 undo_expired after its time, and 401 after the clean-up", async () => {
      const { token, login } = await movedPhone(store)
      const age = (hours: number) =>
        store.db.query(
          `update contact_change_undo set expires_at = now() - $1 * interval '1 hour' where used_at is null`,
          [hours]
        )
      await age(1)
      const before = await written(store)
      expect(refusal(await undo(store, token))).toEqual([400, "undo_expired"])
      expect(await written(store)).toEqual(before)
      await age(25)
      await store.api("POST", "/store/run/purge-expired")
      expect(refusal(await undo(store, token))).toEqual([
        401,
        "undo_token_invalid",
      ])
      await expectValid(store, { token: login })
    })

    it("with 422 contact_taken when another account has proven the old contact", async () => {
      const { owner, next, token, login } = await movedPhone(store)
      const heir = await verifiedCustomer(store, {
        provider: "phonepass",
        phone: owner.phone,
        email: freshEmail(),
      })
      const before = await written(store)
      expect(refusal(await undo(store, token))).toEqual([422, "contact_taken"])
      expect(await written(store)).toEqual(before)
      expect(await customerRow(store, owner.customer.id)).toMatchObject({
        phone: next,
        phone_verified: true,
      })
      await expectValid(store, { token: login })
      await expectValid(store, { token: heir.token })
    })

    it("for a customer who was erased, or deleted by an admin", async () => {
      const erased = await movedPhone(store)
      const request = await insertConfirmedRequest(
        store,
        erased.owner.customer.id
      )
      await admin(store, "POST", `/${request}/execute`)
      expect(refusal(await undo(store, erased.token))).toEqual([
        401,
        "undo_token_invalid",
      ])
      const { rows } = await store.db.query(
        "select 1 from contact_change_undo where customer_id = $1",
        [erased.owner.customer.id]
      )
      expect(rows).toEqual([])

      const deleted = await movedPhone(store)
      await store.db.query(
        "update customer set deleted_at = now() where id = $1",
        [deleted.owner.customer.id]
      )
      expect(refusal(await undo(store, deleted.token))).toEqual([
        404,
        "customer_not_found",
      ])
    })
  })

  it("An undo takes the old contact from an account and a registration that only named it", async () => {
    const first = await movedPhone(store)
    const stranger = await registerCustomer(store, {
      provider: "phonepass",
      phone: first.owner.phone,
      email: freshEmail(),
    })
    expect((await undo(store, first.token)).status).toBe(200)
    expect(await customerRow(store, stranger.customer.id)).toMatchObject({
      phone: null,
    })

    const second = await movedPhone(store)
    await registerIdentity(store, "phonepass", second.owner.phone, "another's")
    expect((await undo(store, second.token)).status).toBe(200)

    const third = await customerByPhone(store)
    await verifyContact(store, third, "email_verification")
    const { token } = await changeWithLink(store, third.token, third.email, {
      email: freshEmail(),
    })
    const namesake = await registerCustomer(store, {
      email: third.email,
      phone: freshPhone(),
    })
    expect((await undo(store, token)).status).toBe(200)
    expect(await customerRow(store, third.customer.id)).toMatchObject({
      email: third.email,
      email_verified: true,
    })
    expect(await customerRow(store, namesake.customer.id)).toMatchObject({
      email: null,
    })

    for (const { owner } of [first, second]) {
      const [login, ...more] = await identitiesOf(store, owner.phone)
      expect(login.customer_id).toBe(owner.customer.id)
      expect(more).toEqual([])
      expect(await customerRow(store, owner.customer.id)).toMatchObject({
        phone: owner.phone,
        phone_verified: true,
      })
    }
  })

  it("The database holds no contact of a link, and the log no token", async () => {
    const { owner, token } = await movedPhone(store)
    const tables = await tablesWith(store, [owner.phone, token])
    expect(tables).toEqual(["notification"])
    expect(store.log()).not.toContain(token)
    const events = JSON.stringify(store.events())
    expect(events).not.toContain(token)
  })
}
