import jwt from "jsonwebtoken"
import { createHmac } from "node:crypto"
import { decodeJwt, freshPhone, verifiedCustomer } from "../../helpers/fixtures"
import { liveCodes, verify } from "../../helpers/otp"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { sentCode } from "./sent-code"

const SECRET = "jwt-secret-of-the-test-store-that-is-long-enough"

const base64 = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString("base64url")

export function otpTokens(store: Store) {
  describe("An OTP token", () => {
    it("carries none of the claims of Medusa's tokens", async () => {
      const { token, id } = await sentCode(store)
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
    ])("is refused by %s %s with 401", async (method, path) => {
      const { token } = await sentCode(store)
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

    it("is required beside a code: Medusa's tokens are refused with 401 otp_token_invalid", async () => {
      const { id, code, registrationToken } = await sentCode(store)
      const { token: session, email } = await verifiedCustomer(store, {
        phone: freshPhone(),
      })
      await store.api("POST", "/auth/customer/emailpass/reset-password", {
        body: { identifier: email },
      })
      const mail = await waitFor("the reset mail", () =>
        store
          .outbox()
          .find(({ to, text }) => to === email && /reset/.test(text!))
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

    it("is refused with 401 otp_token_invalid when it is forged, and no guess is counted", async () => {
      const { id, token, code } = await sentCode(store)
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

    it("is refused by a route of another purpose with 401 otp_token_invalid", async () => {
      const { code, token } = await sentCode(store)
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
}
