import { login } from "../helpers/fixtures"
import { decodeJwt } from "../helpers/jwt"
import { enableMfa } from "../helpers/mfa"
import { startSession } from "../helpers/session"
import type { Store } from "../helpers/store"
import { loggedInCustomer, registeredActor, resetEvent } from "./accounts"
import { assumption } from "./assumption"
import { medusa } from "./medusas"

const FILE = "src/medusa/tokens.ts"
const RESET_FILE = "src/medusa/reset-event.ts"
const QUARTER_OF_AN_HOUR = 15 * 60

export function tokens(store: Store) {
  assumption(
    "12",
    "After Medusa has checked a reset token, the actor of the request is the e-mail, and the identity is that of its login",
    FILE,
    async () => {
      const { email, registrationToken } = await loggedInCustomer(store)
      const { data } = await resetEvent(store, email)

      const { body } = await store.api(
        "POST",
        "/auth/customer/emailpass/update",
        {
          token: String(data.token),
          body: { password: "a new password" },
          headers: { "x-answer-at": "update" },
        }
      )

      expect(body.seen.at(-1).auth_context).toMatchObject({
        actor_type: "customer",
        actor_id: email,
        auth_identity_id: decodeJwt(registrationToken).auth_identity_id,
      })
    }
  )

  assumption(
    "17a",
    "A token of Medusa's names actor_type, actor_id and auth_identity_id, newer ones auth_provider, and that of a registration has no actor",
    FILE,
    async () => {
      const { token, registrationToken, customer } =
        await loggedInCustomer(store)
      const claims = {
        actor_type: "customer",
        auth_identity_id: expect.stringMatching(/^authid_/),
        ...(medusa.newer.authProvider && { auth_provider: "emailpass" }),
      }

      expect(decodeJwt(token)).toMatchObject({
        ...claims,
        actor_id: customer.id,
      })
      expect(decodeJwt(registrationToken)).toMatchObject({
        ...claims,
        actor_id: "",
      })
      expect("auth_provider" in decodeJwt(token)).toBe(
        medusa.newer.authProvider
      )
    }
  )

  assumption(
    "17b",
    "Medusa answers a login with a second factor by mfa_required and a token without an actor; a version without MFA has no such routes",
    FILE,
    async () => {
      const account = await loggedInCustomer(store)
      const { token, email, password } = account
      if (!medusa.newer.mfa) {
        const { status } = await store.api("GET", "/auth/mfa/factors", {
          token,
        })
        // Taken for a login of an actor type "mfa".
        expect(status).toBe(401)
        return
      }
      await enableMfa(store, token)

      const { body } = await store.api("POST", "/auth/customer/emailpass", {
        body: { email, password },
      })

      expect(body).toMatchObject({ mfa_required: true, mfa_challenge: {} })
      expect(decodeJwt(body.token)).toMatchObject({
        actor_type: "customer",
        actor_id: "",
      })
    }
  )

  assumption(
    "17c",
    "Medusa answers a login that it wants verified itself by verification_required and a token; a version without verification ignores the setting",
    FILE,
    async () => {
      const { path, body } = await registeredActor(store, "supplier")

      const answer = await store.api("POST", path, { body })

      expect(answer.status).toBe(200)
      expect(answer.body.token).toEqual(expect.any(String))
      expect(answer.body.verification_required).toBe(
        medusa.newer.verification ? true : undefined
      )
    }
  )

  assumption(
    "17d",
    "A token of Medusa's and the session made of it say in whole seconds when the token was made, in iat",
    FILE,
    async () => {
      const { token } = await loggedInCustomer(store)
      const { iat } = decodeJwt(token)
      const { headers } = await startSession(store, token)

      const { body } = await store.api("POST", "/store/customers/me", {
        body: {},
        headers: { ...headers, "x-answer-at": "star" },
      })

      expect(Number.isInteger(iat)).toBe(true)
      expect(body.seen.at(-1).auth_context.iat).toBe(iat)
    }
  )

  assumption(
    "17e",
    'Medusa refuses a request without a login by 401 and { message: "Unauthorized" } alone',
    "src/api/utils/check-session.ts",
    async () => {
      const answers = await Promise.all([
        store.api("GET", "/store/customers/me"),
        store.api("GET", "/store/orders"),
        store.api("POST", "/auth/token/refresh"),
        store.api("POST", "/auth/session"),
      ])
      for (const { status, body } of answers) {
        expect({ status, body }).toEqual({
          status: 401,
          body: { message: "Unauthorized" },
        })
      }
    }
  )

  assumption(
    "18",
    "The auth_context of a request names the auth_provider of its token where the token does",
    FILE,
    async () => {
      const account = await loggedInCustomer(store)

      const { body } = await store.api("POST", "/store/customers/me", {
        token: await login(store, account),
        body: {},
        headers: { "x-answer-at": "star" },
      })

      expect(body.seen.at(-1).auth_context.auth_provider).toBe(
        medusa.newer.authProvider ? "emailpass" : undefined
      )
    }
  )

  assumption(
    "19",
    "Medusa's event auth.password_reset has entity_id, actor_type and token, and the token names its provider",
    RESET_FILE,
    async () => {
      const { email } = await loggedInCustomer(store)

      const { data } = await resetEvent(store, email)

      expect(data).toMatchObject({
        entity_id: email,
        actor_type: "customer",
        token: expect.any(String),
      })
      expect(decodeJwt(String(data.token))).toMatchObject({
        entity_id: email,
        provider: "emailpass",
      })
    }
  )

  assumption(
    "20",
    "Medusa's reset token lives 15 minutes",
    RESET_FILE,
    async () => {
      const { email } = await loggedInCustomer(store)
      const { data } = await resetEvent(store, email)
      const { iat, exp } = decodeJwt(String(data.token))

      expect(Number(exp) - Number(iat)).toBe(QUARTER_OF_AN_HOUR)
    }
  )
}
