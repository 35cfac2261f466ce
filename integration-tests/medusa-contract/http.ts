import { existsSync, readdirSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { enableMfa } from "../helpers/mfa"
import type { Store } from "../helpers/store"
import { loggedInCustomer, registeredActor, resetEvent } from "./accounts"
import { assumption, probe } from "./assumption"
import { medusa } from "./medusas"

const GATE = "src/api/auth/gate.ts"
const NORMALIZE = "src/api/auth/normalize.ts"
const CUSTOMERS = "src/api/store/customers/middlewares.ts"
const CODES = "src/api/utils/code-refusals.ts"
const ME = "/store/customers/me"

/** The routes under /auth of each version: all the ways on which a token may leave Medusa. */
const AUTH_ROUTES = [
  "[actor_type]/[auth_provider]",
  "[actor_type]/[auth_provider]/callback",
  "[actor_type]/[auth_provider]/register",
  "[actor_type]/[auth_provider]/reset-password",
  "[actor_type]/[auth_provider]/update",
  "session",
  "token/refresh",
]

const NEWER_AUTH_ROUTES = [
  "[actor_type]/providers",
  "[auth_provider]/user",
  "mfa/challenges/[id]/verify",
  "mfa/factors",
  "mfa/factors/[id]",
  "mfa/factors/[id]/verify",
  "mfa/recovery-codes",
  "verification/confirm",
  "verification/request",
]

/** How a request looks where the middleware of this name stands. */
async function seenAt(
  store: Store,
  at: string,
  { path: to = ME, token }: { path?: string; token?: string }
) {
  const { status, body } = await store.api("POST", to, {
    token,
    body: { first_name: "Ada" },
    headers: { "x-answer-at": at },
  })
  return { status, seen: body.seen?.at(-1), all: body.seen }
}

export function http(store: Store) {
  assumption(
    "7a",
    "A middleware without methods runs before Medusa refuses a stranger and before it validates the body",
    CUSTOMERS,
    async () => {
      const { status, seen } = await seenAt(store, "no methods", {})

      expect(status).toBe(200)
      expect(seen).toMatchObject({ at: "no methods", validated: false })
    }
  )

  assumption(
    "7b",
    "A middleware with methods and a star runs after Medusa's authentication and before its validation of the body",
    CUSTOMERS,
    async () => {
      const { token, customer } = await loggedInCustomer(store)

      expect((await seenAt(store, "star", {})).status).toBe(401)
      const { all, seen } = await seenAt(store, "star", { token })
      expect(all.map(({ at }: { at: string }) => at)).toEqual([
        "no methods",
        "star",
      ])
      expect(seen).toMatchObject({
        validated: false,
        auth_context: { actor_id: customer.id },
      })
    }
  )

  assumption(
    "7c",
    "A middleware with methods and the path of one of Medusa's routes runs after Medusa's validation of the body",
    CUSTOMERS,
    async () => {
      const { token } = await loggedInCustomer(store)

      const { all, seen } = await seenAt(store, "exact", { token })

      expect(all.map(({ at }: { at: string }) => at)).toEqual([
        "no methods",
        "star",
        "exact",
      ])
      expect(seen.validated).toBe(true)
    }
  )

  assumption(
    "8a",
    "A middleware without methods sees the path below its matcher, one with methods the whole path",
    NORMALIZE,
    async () => {
      const { token } = await loggedInCustomer(store)
      const root = await seenAt(store, "no methods", {
        path: "/store/customers",
      })
      const below = await seenAt(store, "no methods", { token })
      const whole = await seenAt(store, "star", { token })

      expect(root.seen.path).toBe("/")
      expect(below.seen.path).toBe("/me")
      expect(whole.seen.path).toBe(ME)
    }
  )

  assumption(
    "8b",
    "Medusa decodes the parameters of a path, and leaves the path itself as it was sent",
    GATE,
    async () => {
      const { path: login, body } = await registeredActor(store, "vendor")

      const answer = await store.api(
        "POST",
        login.replace("emailpass", "%65mailpass"),
        { body }
      )

      expect(answer.status).toBe(200)
      expect(answer.headers["x-seen-path"]).toBe("/vendor/%65mailpass")
    }
  )

  assumption(
    "8c",
    "The errorHandler of a middlewares file gets what fails before every middleware: a body that is no JSON, no publishable key",
    CODES,
    async () => {
      const headers = { "x-answer-at": "error handler" }
      const noKey = { ...headers, "x-publishable-api-key": "" }

      const [noJson, keyless] = await Promise.all([
        store.api("POST", ME, { headers, body: '{"half":' }),
        store.api("POST", ME, { headers: noKey, body: {} }),
      ])

      expect(noJson).toMatchObject({
        status: 200,
        body: {
          status: 400,
          expose: true,
          type: "entity.parse.failed",
          seen: false,
        },
      })
      expect(keyless).toMatchObject({
        status: 200,
        body: { type: "not_allowed", seen: false },
      })
    }
  )

  assumption(
    "9a",
    "Every token leaves Medusa through res.json: from registration, login, refresh and a second factor",
    GATE,
    async () => {
      const {
        path: login,
        body,
        registered,
      } = await registeredActor(store, "vendor")
      const { token } = registered.body
      const answers = [
        registered,
        await store.api("POST", login, { body }),
        await store.api("GET", login, { body }),
        await store.api("POST", "/auth/token/refresh", { token }),
      ]
      if (medusa.newer.mfa) {
        answers.push(await secondStep(store))
      }

      for (const answer of answers) {
        expect(answer.body.token).toEqual(expect.any(String))
        expect(answer.headers["x-token-by-json"]).toBe("yes")
      }
    }
  )

  assumption(
    "9b",
    "Medusa has no route under /auth but those of which we know what they answer",
    GATE,
    () => {
      const routes = medusa.newer.mfa
        ? [...AUTH_ROUTES, ...NEWER_AUTH_ROUTES]
        : AUTH_ROUTES

      expect(authRoutes()).toEqual([...routes].sort())
    }
  )

  assumption(
    "11",
    "Medusa reads the authorization header of a password update only after middlewares without methods",
    NORMALIZE,
    async () => {
      const { email } = await loggedInCustomer(store)
      const { data } = await resetEvent(store, email)

      const { status } = await store.api(
        "POST",
        "/auth/customer/emailpass/update",
        {
          body: { password: "a new password" },
          headers: { "x-late-token": String(data.token) },
        }
      )

      expect(status).toBe(200)
    }
  )

  assumption(
    "13",
    "Medusa's routes take req.validatedBody as it is when they begin",
    NORMALIZE,
    async () => {
      const { token } = await loggedInCustomer(store)

      const { body } = await store.api("POST", ME, {
        token,
        body: { first_name: "Typed" },
        headers: { "x-replace-first-name": "Replaced" },
      })

      expect(body.customer.first_name).toBe("Replaced")
    }
  )

  assumption(
    "14",
    "Medusa has no PATCH /store/customers/me, but authenticates it",
    CUSTOMERS,
    async () => {
      const { token } = await loggedInCustomer(store)
      const body = { first_name: "Ada" }

      expect((await store.api("PATCH", ME, { body })).status).toBe(401)
      expect((await store.api("PATCH", ME, { body, token })).status).toBe(404)
    }
  )

  assumption(
    "15a",
    "A route's policies refuse an admin without a role where Medusa has RBAC, and are ignored where it has none",
    "src/api/admin",
    async () => {
      const { status } = await store.api("GET", "/admin/probe-policy", {
        token: await store.adminToken(),
      })

      expect(status).toBe(medusa.newer.policies ? 403 : 200)
    }
  )

  assumption(
    "15b",
    "Medusa with RBAC makes the policies of a policies folder known at boot, and Medusa without it does not load the folder",
    "src/policies",
    async () => {
      const { rows } = await store.db.query<{ name: string | null }>(
        "select to_regclass('rbac_policy')::text as name"
      )
      const [{ name: table }] = rows
      const policies = table
        ? await store.db.query(
            "select operation from rbac_policy where resource = 'probe'"
          )
        : undefined

      expect(policies?.rows).toEqual(
        medusa.newer.policies ? [{ operation: "read" }] : undefined
      )
    }
  )

  assumption(
    "16",
    "Medusa's prepareRetrieveQuery makes a list of the fields parameter, and newer ones leave out a field that is not allowed",
    "src/api/admin",
    async () => {
      expect(await probe(store, "preparedQuery")).toEqual({
        none: ["id", "status", "reason"],
        named: ["id", "customer.email"],
        changed: ["id", "status", "customer.email"],
        notAllowed: medusa.newer.filteredFields
          ? ["id"]
          : { isMedusaError: true, type: "invalid_data" },
      })
    }
  )
}

/** The answer of the last step of a login with a second factor. */
async function secondStep(store: Store) {
  const { path: login, body } = await registeredActor(store, "vendor")
  const first = await store.api("POST", login, { body })
  const currentCode = await enableMfa(store, first.body.token)
  const { body: asked } = await store.api("POST", login, { body })
  return store.api(
    "POST",
    `/auth/mfa/challenges/${asked.mfa_challenge.id}/verify`,
    { token: asked.token, body: { method: "totp", code: currentCode() } }
  )
}

/** The folders of Medusa's routes under /auth. */
function authRoutes(): string[] {
  const { resolve } = createRequire(path.join(medusa.storeDir, "package.json"))
  const root = path.join(
    path.dirname(resolve("@medusajs/medusa/package.json")),
    "dist/api/auth"
  )
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => existsSync(path.join(root, name, "route.js")))
    .sort()
}
