import { askForChange, changeContact } from "../../helpers/change-contact"
import { freshPhone } from "../../helpers/contacts"
import {
  type Account,
  credentials,
  decodeJwt,
  freshEmail,
  lastCodeFor,
  login,
  messagesTo,
  registerCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { enableMfa } from "../../helpers/mfa"
import { letPass, send, verify } from "../../helpers/otp"
import type { Store } from "../../helpers/store"
import {
  A_MINUTE,
  confirmCode,
  flagsOf,
  OTHER_SERVER,
  recordsOf,
  requestCode,
  verifyByMedusa,
} from "./settings"

const PROVEN = { entity_type: "email", code_provider: "otp", verified: true }

/** What a customer logs in with, and where, if not as ever. */
type Where = { email?: string; server?: number }

/** A proof is a proof, whichever side it was given to; and is none once its contact has changed. */
export function sharedProofs(store: Store) {
  const someone = () => registerCustomer(store, { phone: freshPhone() })

  const logIn = (account: Account, { email, server }: Where = {}) =>
    store.api("POST", "/auth/customer/emailpass", {
      body: credentials("emailpass", email ?? account.email!, account.password),
      server,
    })

  const setFlag = (account: Account, verified: boolean) =>
    store.db.query("update customer set email_verified = $1 where id = $2", [
      verified,
      account.customer.id,
    ])

  const expectLoggedIn = async (account: Account, where?: Where) => {
    const { status, body } = await logIn(account, where)
    expect(status).toBe(200)
    expect(body.verification_required).toBeUndefined()
    expect(decodeJwt(body.token).actor_id).toBe(account.customer.id)
    return body.token as string
  }

  const expectAsked = async (account: Account, where?: Where) => {
    const { status, body } = await logIn(account, where)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      verification_required: true,
      code: "verification_required",
      customer_id: account.customer.id,
      verification_type: "email_verification",
    })
    expect(decodeJwt(body.token).actor_id).toBe("")
    return body.token as string
  }

  it("takes a proof by otp/verify for Medusa's, with the login of its answer", async () => {
    const account = await someone()
    const { email } = account
    await expectAsked(account)

    const verified = await verifyContact(store, account, "email_verification")

    expect(verified).toMatchObject({ verified: true, needs_login: false })
    expect(decodeJwt(verified.token).actor_id).toBe(account.customer.id)
    expect(await recordsOf(store, account)).toEqual([
      { ...PROVEN, entity_id: email },
    ])
    await expectLoggedIn(account)
    const requested = await requestCode(store, account.registrationToken, {
      entity_id: email,
    })
    expect(requested.body.verification).toMatchObject({
      entity_id: email,
      verified_at: expect.any(String),
    })
    expect(messagesTo(store, email)).toHaveLength(1)
  })

  it("makes Medusa's record at the next login, where a server died before or an admin set the flag", async () => {
    const account = await someone()
    await setFlag(account, true)

    await expectLoggedIn(account)

    expect(await recordsOf(store, account)).toEqual([
      { ...PROVEN, entity_id: account.email },
    ])
    const { status, body } = await store.api("POST", "/auth/token/refresh", {
      token: account.registrationToken,
    })
    expect(status).toBe(200)
    expect(decodeJwt(body.token).actor_id).toBe(account.customer.id)
  })

  it("takes a proof by Medusa's confirm for the plugin's: whoever had only named the contact loses it", async () => {
    const phone = freshPhone()
    const namer = await registerCustomer(store, { phone })
    const owner = await registerCustomer(store, { phone })
    const { registrationToken: token } = owner
    const entity = { entity_id: phone, entity_type: "phone" }
    expect((await requestCode(store, token, entity)).status).toBe(201)

    const code = await lastCodeFor(store, phone)
    expect((await confirmCode(store, token, code)).status).toBe(200)

    expect(await flagsOf(store, owner)).toEqual({ email: false, phone: true })
    const { rows } = await store.db.query(
      "select phone from customer where id = $1",
      [namer.customer.id]
    )
    expect(rows).toEqual([{ phone: null }])
  })

  it("answers 422 contact_taken to the second proof of a contact, and records nothing", async () => {
    const phone = freshPhone()
    const first = await registerCustomer(store, { phone })
    const second = await registerCustomer(store, { phone })
    const entity = { entity_id: phone, entity_type: "phone" }
    const codes: string[] = []
    for (const { registrationToken } of [first, second]) {
      const asked = await requestCode(store, registrationToken, entity)
      expect(asked.status).toBe(201)
      codes.push(await lastCodeFor(store, phone))
    }
    await confirmCode(store, first.registrationToken, codes[0])

    const answer = await confirmCode(store, second.registrationToken, codes[1])

    expect(answer).toMatchObject({
      status: 422,
      body: { code: "contact_taken" },
    })
    expect(
      (await recordsOf(store, second)).filter(({ verified }) => verified)
    ).toEqual([])
  })

  it("drops Medusa's record with the flag when an admin edits the contact, and moves the login with the next proof", async () => {
    const account = await someone()
    const old = account.email
    await verifyByMedusa(store, account.registrationToken, old)
    await expectLoggedIn(account)
    const email = freshEmail()
    await store.api("POST", `/admin/customers/${account.customer.id}`, {
      token: await store.adminToken(),
      body: { email },
    })
    expect(await flagsOf(store, account)).toEqual({
      email: false,
      phone: false,
    })
    expect(await recordsOf(store, account)).toEqual([])
    const token = await expectAsked(account)

    await letPass(store, A_MINUTE)
    await verifyByMedusa(store, token, email)

    expect(await recordsOf(store, account)).toEqual([
      { ...PROVEN, entity_id: email },
    ])
    await expectLoggedIn(account, { email })
    expect((await logIn(account, { email: old })).status).toBe(401)
  })

  it("asks for the second factor after the verification", async () => {
    const account = await someone()
    await verifyByMedusa(store, account.registrationToken, account.email)
    await enableMfa(store, await expectLoggedIn(account))
    await setFlag(account, false)
    const token = await expectAsked(account)

    await letPass(store, A_MINUTE)
    await verifyByMedusa(store, token, account.email)

    const { body } = await logIn(account)
    expect(body).toMatchObject({ mfa_required: true, mfa_challenge: {} })
    expect(decodeJwt(body.token).actor_id).toBe("")
  })

  it("joins the two where the plugin itself requires no verification", async () => {
    const account = await someone()
    const server = OTHER_SERVER
    await expectAsked(account, { server })

    await verifyContact(store, account, "email_verification")
    await store.db.query("delete from auth_verification")

    await expectLoggedIn(account, { server })
    await setFlag(account, false)
    await expectAsked(account, { server })
  })

  it("gives nobody a login by a proof of another provider of Medusa's", async () => {
    const account = await someone()
    await store.db.query(
      `insert into auth_verification (id, auth_identity_id, entity_id, entity_type, code_provider, requested_at, verified_at)
       values ('authver_token', $1, $2, 'email', 'token', now(), now())`,
      [decodeJwt(account.registrationToken).auth_identity_id, account.email]
    )

    const token = await expectAsked(account)

    const me = await store.api("GET", "/store/customers/me", { token })
    expect(me.status).toBe(401)
    await verifyByMedusa(store, token, account.email)
    await expectLoggedIn(account)
  })

  it("drops Medusa's record of the old contact, and makes that of the new one, with a contact change", async () => {
    const account = await someone()
    await verifyByMedusa(store, account.registrationToken, account.email)
    const token = await expectLoggedIn(account)
    const email = freshEmail()

    const changed = await changeContact(store, token, { email })

    expect(changed.status).toBe(200)
    expect(await recordsOf(store, account)).toEqual([
      { ...PROVEN, entity_id: email },
    ])
    await expectLoggedIn(account, { email })
  })

  it("voids a code that went to a contact which has changed since", async () => {
    const account = await someone()
    const { registrationToken: token, email } = account
    await requestCode(store, token, { entity_id: email })
    const code = await lastCodeFor(store, email)
    await store.db.query("update customer set email = $1 where id = $2", [
      freshEmail(),
      account.customer.id,
    ])

    const { status, body } = await confirmCode(store, token, code)

    expect(status).toBe(400)
    expect(body.code).toMatch(/^otp_(invalid|expired)$/)
    expect(await flagsOf(store, account)).toMatchObject({ email: false })
  })

  it("keeps the codes of the two flows apart, either way", async () => {
    const account = await someone()
    const { registrationToken: token, email, customer } = account
    const sent = await send(store, customer.id, "email_verification")
    expect(sent.status).toBe(200)
    const plugins = await lastCodeFor(store, email)
    expect((await requestCode(store, token, { entity_id: email })).status).toBe(
      201
    )
    const medusas = await lastCodeFor(store, email)
    expect(medusas).not.toBe(plugins)

    expect((await confirmCode(store, token, plugins)).status).toBe(400)
    expect((await verify(store, sent.body.token, medusas)).status).toBe(400)

    expect(await flagsOf(store, account)).toMatchObject({ email: false })
    expect((await confirmCode(store, token, medusas)).status).toBe(200)
  })

  it("takes no code of another purpose", async () => {
    const account = await someone()
    await verifyByMedusa(store, account.registrationToken, account.email)
    const token = await login(store, account)
    const phone = freshPhone()
    await askForChange(store, token, { phone })
    const code = await lastCodeFor(store, phone)

    expect((await confirmCode(store, token, code)).status).toBe(400)
  })
}
