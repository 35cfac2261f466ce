import { atOnce } from "../../helpers/at-once"
import { confirmLogin, logInByCode, loginCode } from "../../helpers/code-login"
import {
  decodeJwt,
  freshPhone,
  messagesTo,
  PASSWORD,
  registerIdentity,
} from "../../helpers/fixtures"
import {
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { holdOpen, lockRows } from "../../helpers/row-lock"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { signUp } from "../../helpers/sign-up"
import { expectNothingWritten } from "../../helpers/written"

export function codeRegistrations(store: Store) {
  const customersWith = async (phone: string) => {
    const { rows } = await store.db.query<{ id: string }>(
      "select id from customer where phone = $1 and deleted_at is null",
      [phone]
    )
    return rows.map(({ id }) => id)
  }
  const loginsOf = async (phone: string) => {
    const { rows } = await store.db.query<{ provider_metadata: unknown }>(
      "select provider_metadata from provider_identity where entity_id = $1 and deleted_at is null",
      [phone]
    )
    return rows
  }

  describe("The first code of a contact that no account has", () => {
    it("registers a customer who has proven it, once, of 30 confirmations", async () => {
      const phone = freshPhone()
      const typed = await loginCode(store, { phone })
      const answers = await atOnce(30, () => confirmLogin(store, typed))

      const codes = answers.map(({ status, body }) => body.code ?? status)
      expect(codes.filter((code) => code === 200)).toHaveLength(1)
      // As many as one code allows are compared.
      const refusals = codes.filter((code) => code !== 200)
      expect(["otp_used", "otp_attempts_exceeded"]).toEqual(
        expect.arrayContaining([...new Set(refusals)])
      )
      const [id, ...others] = await customersWith(phone)
      expect(others).toEqual([])
      const { body } = answers.find(({ status }) => status === 200)!
      expect(decodeJwt(body.token)).toMatchObject({
        actor_id: id,
        auth_provider: "phonepass",
      })
      expect(await customerRow(store, id)).toMatchObject({
        phone,
        phone_verified: true,
        has_account: true,
      })
      expect(messagesTo(store, phone)).toHaveLength(1)
    })

    it("is a login from the second one on, and a recovery sets a password", async () => {
      const phone = freshPhone()
      const first = await logInByCode(store, { phone })
      const second = await logInByCode(store, { phone })
      const idOf = ({ body }: typeof first) => decodeJwt(body.token).actor_id
      expect(idOf(second)).toBe(idOf(first))
      const recovered = await confirmRecovery(
        store,
        await recoveryCode(store, phone)
      )
      expect(recovered.status).toBe(200)
      expect(await loginsOf(phone)).toEqual([
        { provider_metadata: { password: expect.any(String) } },
      ])
    })

    it("leaves no password to change, and says so with 400 password_not_set", async () => {
      const { body } = await logInByCode(store, { phone: freshPhone() })
      const changed = await expectNothingWritten(store, () =>
        store.api("POST", "/store/customers/me/password", {
          token: body.token,
          body: { old_password: PASSWORD, new_password: NEW_PASSWORD },
        })
      )
      expect([changed.status, changed.body.code]).toEqual([
        400,
        "password_not_set",
      ])
    })

    it("voids what somebody else has begun to register with it", async () => {
      const phone = freshPhone()
      const token = await registerIdentity(store, "phonepass", phone)
      const { status } = await logInByCode(store, { phone })
      expect(status).toBe(200)
      const [id] = await customersWith(phone)
      const stolen = await signUp(store, token, { phone })
      expect(stolen.status).not.toBe(200)
      expect(await customersWith(phone)).toEqual([id])
    })

    it("registers its owner where somebody else begins to register at the same moment", async () => {
      const phone = freshPhone()
      const typed = await loginCode(store, { phone })
      const other = await holdOpen(
        store,
        `with identity as (insert into auth_identity (id) values ($1) returning id)
         insert into provider_identity (id, entity_id, provider, auth_identity_id)
         select 'provid_' || id, $2, 'phonepass', id from identity`,
        [`authid_${phone}`, phone]
      )
      const confirmed = confirmLogin(store, typed)
      await other.awaited()
      await other.commit()

      expect((await confirmed).status).toBe(200)
      expect(await customersWith(phone)).toHaveLength(1)
      expect(await loginsOf(phone)).toHaveLength(1)
    })

    it("is refused with 422 contact_taken while somebody else finishes a registration with it, and the next code proves it", async () => {
      const phone = freshPhone()
      const begun = await registerIdentity(store, "phonepass", phone)
      const typed = await loginCode(store, { phone })
      const held = await lockRows(
        store,
        "select 1 from auth_identity where id = $1",
        [decodeJwt(begun).auth_identity_id]
      )
      const other = signUp(store, begun, { phone })
      await held.awaited()
      const refused = await confirmLogin(store, typed)
      await held.release()

      expect([refused.status, refused.body.code]).toEqual([
        422,
        "contact_taken",
      ])
      expect((await other).status).toBe(200)
      const { body } = await logInByCode(store, { phone })
      expect(await customersWith(phone)).toEqual([
        decodeJwt(body.token).actor_id,
      ])
      expect(
        (await store.api("POST", "/auth/token/refresh", { token: begun }))
          .status
      ).not.toBe(200)
    })

    it("goes on after a registration that stopped half way", async () => {
      const phone = freshPhone()
      await store.db.query(
        `create function stop_customers() returns trigger as $$ begin
           raise exception 'stopped'; end $$ language plpgsql;
         create trigger stop_customers before insert on customer
           for each row when (new.phone = '${phone}') execute function stop_customers()`
      )
      const stopped = await logInByCode(store, { phone })
      await store.db.query("drop function stop_customers cascade")

      expect(stopped.status).toBe(500)
      expect(await loginsOf(phone)).toEqual([])
      expect(await customersWith(phone)).toEqual([])
      expect((await logInByCode(store, { phone })).status).toBe(200)
    })
  })
}
