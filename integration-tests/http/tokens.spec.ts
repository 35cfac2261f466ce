import { createHmac } from "node:crypto"
import jwt from "jsonwebtoken"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  registerCustomer,
  verifiedCustomer,
} from "../helpers/fixtures"
import { liveCodes, send, verify } from "../helpers/otp"
import { useStore } from "../helpers/use-store"
import { waitFor } from "../helpers/wait-for"

const SECRET = "jwt-secret-of-the-test-store"

const base64 = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString("base64url")

describe("Tokens", () => {
  const store = useStore({
    options: { registration: { identifier: "both" } },
  })

  const sent = async () => {
    const { customer, phone, registrationToken } = await registerCustomer(
      store,
      { provider: "phonepass", email: freshEmail() }
    )
    const { body } = await send(store, customer.id)
    const code = await lastCodeFor(store, phone!)
    return { id: customer.id, token: body.token, code, registrationToken }
  }

  it("of a code carry none of the claims by which Medusa knows somebody", async () => {
    const { token, id } = await sent()
    const claims = decodeJwt(token)
    expect(Object.keys(claims).sort()).toEqual([
      "aud",
      "customer_id",
      "exp",
      "iat",
      "jti",
      "purpose",
    ])
    expect(claims).toMatchObject({
      aud: "customer-registration/otp",
      purpose: "phone_verification",
      customer_id: id,
    })
    const header = JSON.parse(
      Buffer.from(token.split(".")[0], "base64url").toString()
    )
    expect(header).toEqual({ alg: "HS256", typ: "otp+jwt" })
  })

  it.each([
    ["GET", "/store/customers/me"],
    ["POST", "/store/customers/me"],
    ["POST", "/store/customers"],
    ["POST", "/store/customers/me/contact"],
    ["POST", "/store/customers/me/password"],
    ["GET", "/store/customers/me/addresses"],
    ["GET", "/store/orders"],
    ["POST", "/auth/session"],
    ["POST", "/auth/token/refresh"],
    ["GET", "/auth/mfa/factors"],
    ["POST", "/auth/mfa/factors"],
    ["POST", "/auth/mfa/recovery-codes"],
    ["POST", "/auth/mfa/challenges/authmfachal_1/verify"],
    ["POST", "/auth/verification/request"],
    ["POST", "/auth/customer/emailpass/update"],
    ["POST", "/auth/customer/phonepass/update"],
    ["POST", "/auth/user/emailpass/update"],
    ["GET", "/admin/users/me"],
    ["GET", "/admin/customers"],
  ])("of a code are refused by %s %s", async (method, path) => {
    const { token } = await sent()
    const body = {
      password: "correct horse",
      new_password: "new horse",
      old_password: "old horse",
      provider: "totp",
      method: "totp",
      code: "123456",
      entity_id: "jane@example.com",
      entity_type: "email",
    }
    const allowed = /verification|mfa|update/.test(path) ? body : {}
    const refused = await store.api(method, path, {
      token,
      ...(method === "POST" && { body: allowed }),
    })
    expect(refused.status).toBe(401)
  })

  it("of Medusa are refused beside a code", async () => {
    const { id, code, registrationToken } = await sent()
    const { token: session, email } = await verifiedCustomer(store, {
      phone: freshPhone(),
    })
    await store.api("POST", "/auth/customer/emailpass/reset-password", {
      body: { identifier: email },
    })
    const mail = await waitFor("the reset mail", () =>
      store.outbox().find(({ to, text }) => to === email && /reset/.test(text!))
    )
    const link = new URL(/http\S+/.exec(mail.text!)![0])
    const reset = link.searchParams.get("token")
    const admin = await store.adminToken()

    for (const token of [registrationToken, session, reset, admin]) {
      const refused = await verify(store, token, code)
      expect(refused).toMatchObject({
        status: 401,
        body: { type: "unauthorized", code: "otp_token_invalid" },
      })
    }
    expect(await liveCodes(store, id)).toMatchObject([{ attempts: 0 }])
  })

  it("that are forged are refused, and count no attempt", async () => {
    const { id, token, code } = await sent()
    const [header, payload, signature] = token.split(".")
    const claims = decodeJwt(token)
    const { iat: _iat, ...ours } = claims
    const hmac = (head: object, algorithm = "sha256", key = SECRET) => {
      const text = `${base64(head)}.${payload}`
      const mac = createHmac(algorithm, key).update(text).digest("base64url")
      return `${text}.${mac}`
    }
    const signed = (body: object, options: jwt.SignOptions = {}) =>
      jwt.sign(body, SECRET, {
        header: { alg: "HS256", typ: "otp+jwt" },
        ...options,
      })

    const forgeries = {
      garbage: "not.a.token",
      altered: `${header}.${base64({ ...claims, customer_id: "cus_x" })}.${signature}`,
      unsigned: `${header}.${payload}.`,
      "alg none": `${base64({ alg: "none", typ: "otp+jwt" })}.${payload}.`,
      HS384: hmac({ alg: "HS384", typ: "otp+jwt" }, "sha384"),
      "another secret": hmac(
        { alg: "HS256", typ: "otp+jwt" },
        "sha256",
        "supersecret"
      ),
      "another type": hmac({ alg: "HS256", typ: "JWT" }),
      "no type": hmac({ alg: "HS256" }),
      "another audience": signed({ ...ours, aud: "medusa" }),
      "another purpose": signed({ ...ours, purpose: "contact_change" }),
      "an unknown purpose": signed({ ...ours, purpose: "login" }),
      "no purpose": signed({ ...ours, purpose: undefined }),
      "a list for a customer": signed({ ...ours, customer_id: [id] }),
    }
    for (const [name, forged] of Object.entries(forgeries)) {
      const refused = await verify(store, forged, code)
      expect({ name, ...refused }).toMatchObject({
        status: 401,
        body: { code: "otp_token_invalid" },
      })
    }
    expect(await liveCodes(store, id)).toMatchObject([{ attempts: 0 }])
    // The control: signed like this, it is a good one.
    expect((await verify(store, signed(ours), code)).status).toBe(200)
  })

  it("of one purpose open no other door", async () => {
    const { code, token } = await sent()
    const confirm = await store.api(
      "POST",
      "/store/customers/password/confirm",
      {
        body: { token, code, password: "new horse" },
      }
    )
    expect(confirm).toMatchObject({
      status: 401,
      body: { code: "otp_token_invalid" },
    })
  })
})
