import {
  asAdmin,
  LOGIN,
  NO_LOGIN_OF_MEDUSA,
  ofCustomer,
  REVOKED,
} from "./places"
import { Outcome, Route } from "./route"
import { World } from "./world"

const ADDRESSES = "/store/customers/me/addresses"
const address = () => ({ address_id: "cuaddr_1" })
const street = () => ({ address_1: "Street 1" })
const factor = () => ({ id: "authmfa_1" })
const typed = () => ({ method: "totp", code: "123456" })
const byEmail = () => ({ actor_type: "customer", auth_provider: "emailpass" })
const ofOwner = ({ owner }: World) => ({ id: owner.id })

/** What Medusa's `authenticate` lets pass where an auth identity is enough. */
const IDENTITIES = (outcome: Outcome): Record<string, Outcome> => ({
  ...LOGIN(outcome),
  "an admin's login": outcome,
  "an admin's registration": outcome,
  "a registration's token without a customer": outcome,
  "a session of a registration": outcome,
  "a registration's token of an unverified customer": outcome,
})

const HALFWAY = "a login's first step with MFA"

/** A route of Medusa for whoever has an auth identity, registered or not. */
const ofIdentity = (
  route: string,
  outcome: Outcome,
  more: Pick<Route, "json" | "probe" | "params"> = {}
): Route => ({
  route,
  ...more,
  header: { ...NO_LOGIN_OF_MEDUSA, takes: IDENTITIES(outcome) },
})

/** The same before the second factor. */
const ofHalfIdentity: typeof ofIdentity = (route, outcome, more) => ({
  ...ofIdentity(route, outcome, more),
  header: {
    ...NO_LOGIN_OF_MEDUSA,
    takes: { ...IDENTITIES(outcome), [HALFWAY]: outcome },
  },
})

/** A route of Medusa that looks at no token. */
const open = (
  route: string,
  refused: Outcome,
  json?: Route["json"],
  params?: Route["params"]
): Route => ({ route, json, params, header: { refused } })

const COOKIES = {
  "a session of a login": "401 unauthorized",
  "a session of a registration": "401 unauthorized",
}

/** Where Medusa makes sessions, of bearers alone. */
const {
  "a session of a login": _login,
  "a session of a registration": _registration,
  ...BEARERS
} = IDENTITIES("200")

export const MEDUSA_ROUTES: Route[] = [
  ofCustomer(`GET ${ADDRESSES}`, "200"),
  ofCustomer(`POST ${ADDRESSES}`, "400 invalid_body", street, () => ({
    address_1: 1,
  })),
  ofCustomer(
    `GET ${ADDRESSES}/[address_id]`,
    "404 not_found",
    undefined,
    undefined,
    address
  ),
  ofCustomer(
    `POST ${ADDRESSES}/[address_id]`,
    "404 not_found",
    street,
    street,
    address
  ),
  ofCustomer(
    `DELETE ${ADDRESSES}/[address_id]`,
    "404 not_found",
    undefined,
    undefined,
    address
  ),
  ofCustomer("GET /store/orders", "200"),
  ofCustomer(
    "POST /store/orders/[id]/transfer/request",
    "404",
    () => ({}),
    () => ({}),
    () => ({ id: "order_1" })
  ),
  ofCustomer(
    "POST /store/carts/[id]/customer",
    "404",
    () => ({}),
    () => ({}),
    () => ({ id: "cart_1" })
  ),
  {
    route: "POST /auth/token/refresh",
    header: {
      refused: "401 unauthorized",
      but: REVOKED,
      takes: {
        ...IDENTITIES("200"),
        "a registration's token of an unverified customer":
          "403 verification_required",
        [HALFWAY]: "200",
      },
    },
  },
  {
    route: "POST /auth/session",
    header: {
      refused: "401 unauthorized",
      but: { ...REVOKED, ...COOKIES },
      takes: { ...BEARERS, [HALFWAY]: "200" },
    },
  },
  {
    route: "DELETE /auth/session",
    header: {
      refused: "401 unauthorized",
      takes: {
        "a session of a login": "200",
        "a session of a registration": "200",
      },
    },
    ends: true,
  },
  {
    route: "POST /auth/[auth_provider]/user",
    params: () => ({ auth_provider: "emailpass" }),
    json: () => ({}),
    header: {
      ...NO_LOGIN_OF_MEDUSA,
      takes: { "an admin's login": "400", "an admin's registration": "400" },
    },
  },
  ofIdentity("GET /auth/mfa/factors", "200"),
  ofIdentity("POST /auth/mfa/factors", "400", {
    json: () => ({ provider: "totp" }),
    probe: () => ({}),
  }),
  ofIdentity("POST /auth/mfa/factors/[id]/verify", "404", {
    json: () => ({ code: "123456" }),
    params: factor,
  }),
  ofIdentity("DELETE /auth/mfa/factors/[id]", "404", {
    json: typed,
    params: factor,
  }),
  ofIdentity("POST /auth/mfa/recovery-codes", "400", {
    json: () => ({}),
    probe: typed,
  }),
  ofHalfIdentity("POST /auth/mfa/challenges/[id]/verify", "404", {
    json: typed,
    params: () => ({ id: "authmfachal_1" }),
  }),
  ofHalfIdentity("POST /auth/verification/request", "400", {
    json: ({ owner }) => ({ entity_id: owner.email, entity_type: "email" }),
    probe: () => ({}),
  }),
  open("POST /auth/verification/confirm", "400", () => ({ code: "123456" })),
  open("GET /auth/[actor_type]/providers", "200", undefined, () => ({
    actor_type: "customer",
  })),
  open(
    "POST /auth/[actor_type]/[auth_provider]/register",
    "400 password_too_short",
    ({ owner: { email } }) => ({ email, password: "short" }),
    byEmail
  ),
  open(
    "POST /auth/[actor_type]/[auth_provider]/reset-password",
    "201",
    () => ({ identifier: "nobody@example.com" }),
    byEmail
  ),
  open(
    "GET /auth/[actor_type]/[auth_provider]/callback",
    "401 credentials_invalid",
    undefined,
    byEmail
  ),
  open(
    "POST /auth/[actor_type]/[auth_provider]/callback",
    "401 credentials_invalid",
    () => ({}),
    byEmail
  ),
  {
    route: "GET /admin/users/me",
    header: {
      refused: "401",
      takes: { "an admin's login": "200", "a secret API key": "404" },
    },
  },
  asAdmin("GET /admin/customers", "200"),
  asAdmin("POST /admin/customers/[id]", "400", ofOwner, () => ({
    first_name: 1,
  })),
  asAdmin("GET /admin/notifications", "200"),
  asAdmin("GET /admin/api-keys", "200"),
  asAdmin("POST /admin/invites", "400", undefined, () => ({ email: 1 })),
  {
    route: "POST /admin/invites/accept",
    as: "an admin's registration",
    json: () => ({
      email: "stranger@example.com",
      first_name: "A",
      last_name: "B",
    }),
    query: { refused: "401", takes: { "an invite's token": "200" } },
  },
]
