import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import {
  Account,
  credentials,
  freshEmail,
  freshPhone,
  PASSWORD,
  registerIdentity,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { ApiOptions, Store } from "../../helpers/store"

/** Who the refused requests are about. */
export type Cast = {
  store: Store
  /** Verified, with both contacts. */
  jane: Account & { token: string; email: string; phone: string }
  admin: string
  /** A customer with a deletion request that is confirmed, and the request. */
  leaving: { id: string }
}

/** A route, by file of the plugin or by Medusa's; what is refused there; what it is called; the request. */
export type Refusal = [
  route: string,
  what: string,
  code: string,
  prepare: (cast: Cast) => Promise<Request>,
]

type Request = ApiOptions & { method: string; path: string }

export async function castOf(store: Store): Promise<Cast> {
  const jane = await verifiedCustomer(store, {
    email: freshEmail(),
    phone: freshPhone(),
  })
  const id = await insertConfirmedRequest(store, jane.customer.id, {
    next_attempt_at: new Date(Date.now() + 3_600_000),
  })
  return { store, jane, admin: await store.adminToken(), leaving: { id } }
}

const NO_JSON = `{"half":`
const STORE = "/store/customers"
const ME = `${STORE}/me`

/** A route, to be asked in several ways. */
const at =
  (method: string, path: string) =>
  (
    optionsOf: ApiOptions | ((cast: Cast) => ApiOptions | Promise<ApiOptions>)
  ): Refusal[3] =>
  async (cast) => {
    const options =
      typeof optionsOf === "function" ? await optionsOf(cast) : optionsOf
    return { ...options, method, path }
  }

/** What every route under /store refuses. */
function ofStore(method: string, path: string): Refusal[] {
  const route = `${method} ${path}`
  const ask = at(method, path)
  const noKey = { headers: { "x-publishable-api-key": "" } }
  return [
    [route, "no publishable key", "not_allowed", ask(noKey)],
    ...(method === "GET"
      ? []
      : ([
          [
            route,
            "a body that is no JSON",
            "invalid_body",
            ask({ body: NO_JSON }),
          ],
          [
            route,
            "a body of a million characters",
            "body_too_large",
            ask({ body: { x: "x".repeat(1e6) } }),
          ],
        ] satisfies Refusal[])),
  ]
}

/** What every route for a logged-in customer refuses. */
function ofCustomer(method: string, path: string): Refusal[] {
  const route = `${method} ${path}`
  const ask = at(method, path)
  const body = method === "GET" ? undefined : {}
  return [
    ...ofStore(method, path),
    [route, "no token", "unauthorized", ask({ body })],
    [
      route,
      "a forged token",
      "unauthorized",
      ask({ body, token: "e30.e30.e30" }),
    ],
    [
      route,
      "the token of a registration",
      "unauthorized",
      ask(async ({ store }) => ({
        body,
        token: await registerIdentity(store, "emailpass", freshEmail()),
      })),
    ],
  ]
}

/** What every route that reads a code refuses. */
function ofCode(path: string, more: object = {}): Refusal[] {
  const route = `POST ${path}`
  const ask = at("POST", path)
  const withToken = (body: unknown) =>
    ask(({ jane: { token } }) => ({ token, body }))
  return [
    [route, "an empty body", "invalid_body", withToken({})],
    [
      route,
      "a token that is none",
      "otp_token_invalid",
      withToken({ token: "x", code: "123456", ...more }),
    ],
  ]
}

const customerRoutes: Refusal[] = [
  ...ofStore("POST", STORE),
  [
    `POST ${STORE}`,
    "no token",
    "unauthorized",
    at("POST", STORE)({ body: {} }),
  ],
  [
    `POST ${STORE}`,
    "a field that Medusa does not know",
    "invalid_body",
    at(
      "POST",
      STORE
    )(async ({ store }) => {
      const email = freshEmail()
      const token = await registerIdentity(store, "emailpass", email)
      return { token, body: { email, phone: freshPhone(), extra: 1 } }
    }),
  ],
  [
    `POST ${STORE}`,
    "a contact that is none",
    "invalid_body",
    at(
      "POST",
      STORE
    )(({ jane }) => ({
      token: jane.registrationToken,
      body: { email: "none" },
    })),
  ],
  [
    `POST ${STORE}`,
    "the token of a customer",
    "already_registered",
    at(
      "POST",
      STORE
    )(({ jane: { token, email, phone } }) => ({
      token,
      body: { email, phone },
    })),
  ],
  [
    `POST ${STORE}`,
    "a contact that another account has proven",
    "contact_taken",
    at(
      "POST",
      STORE
    )(async ({ store, jane: { email } }) => {
      const phone = freshPhone()
      const token = await registerIdentity(store, "phonepass", phone)
      return { token, body: { email, phone } }
    }),
  ],
  ...ofCustomer("GET", ME),
  ...["POST", "PATCH"].flatMap((method): Refusal[] => [
    ...ofCustomer(method, ME),
    [
      `${method} ${ME}`,
      "a field that is unknown",
      "invalid_body",
      at(method, ME)(({ jane: { token } }) => ({ token, body: { extra: 1 } })),
    ],
    [
      `${method} ${ME}`,
      "a contact",
      "contact_change_not_allowed",
      at(
        method,
        ME
      )(({ jane: { token } }) => ({
        token,
        body: { phone: freshPhone() },
      })),
    ],
  ]),
  ...ofCustomer("GET", `${ME}/addresses`),
  ...ofCustomer("POST", `${ME}/addresses`),
  [
    `POST ${ME}/addresses`,
    "a field that is unknown",
    "invalid_body",
    at(
      "POST",
      `${ME}/addresses`
    )(({ jane: { token } }) => ({
      token,
      body: { extra: 1 },
    })),
  ],
  ...["GET", "POST", "DELETE"].flatMap((method): Refusal[] => [
    [
      `${method} ${ME}/addresses/:id`,
      "no token",
      "unauthorized",
      at(method, `${ME}/addresses/x`)({}),
    ],
    [
      `${method} ${ME}/addresses/:id`,
      "an id that is unknown",
      "not_found",
      at(
        method,
        `${ME}/addresses/cuaddr_0`
      )(({ jane: { token } }) => ({
        token,
        body: method === "POST" ? { first_name: "Jane" } : undefined,
      })),
    ],
  ]),
  ...ofCustomer("POST", `${ME}/contact`),
  [
    `POST ${ME}/contact`,
    "both contacts",
    "invalid_body",
    at(
      "POST",
      `${ME}/contact`
    )(({ jane: { token } }) => ({
      token,
      body: { phone: freshPhone(), email: freshEmail() },
    })),
  ],
  ...ofCustomer("POST", `${ME}/contact/verify`),
  ...ofCode(`${ME}/contact/verify`),
  ...ofCustomer("POST", `${ME}/password`),
  [
    `POST ${ME}/password`,
    "a wrong password",
    "password_wrong",
    at(
      "POST",
      `${ME}/password`
    )(({ jane: { token } }) => ({
      token,
      body: {
        old_password: "not the old one",
        new_password: "a new password 5",
      },
    })),
  ],
  ...ofCustomer("POST", `${ME}/sessions/revoke`),
  ...ofStore("POST", `${STORE}/otp/send`),
  [
    `POST ${STORE}/otp/send`,
    "an id that is unknown",
    "customer_not_found",
    at(
      "POST",
      `${STORE}/otp/send`
    )({
      body: { customer_id: "cus_0", type: "email_verification" },
    }),
  ],
  [
    `POST ${STORE}/otp/send`,
    "a verified contact",
    "already_verified",
    at(
      "POST",
      `${STORE}/otp/send`
    )(({ jane: { customer } }) => ({
      body: { customer_id: customer.id, type: "email_verification" },
    })),
  ],
  ...ofStore("POST", `${STORE}/otp/verify`),
  ...ofCode(`${STORE}/otp/verify`),
  ...ofStore("POST", `${STORE}/login/request`),
  [
    `POST ${STORE}/login/request`,
    "no contact",
    "invalid_body",
    at("POST", `${STORE}/login/request`)({ body: {} }),
  ],
  ...ofStore("POST", `${STORE}/login/confirm`),
  ...ofCode(`${STORE}/login/confirm`),
  ...ofStore("POST", `${STORE}/password/request`),
  [
    `POST ${STORE}/password/request`,
    "no contact",
    "invalid_body",
    at("POST", `${STORE}/password/request`)({ body: {} }),
  ],
  ...ofStore("POST", `${STORE}/password/confirm`),
  ...ofCode(`${STORE}/password/confirm`, { password: "a new password 5" }),
  ...ofStore("POST", `${STORE}/contact-change/undo`),
  [
    `POST ${STORE}/contact-change/undo`,
    "no token",
    "invalid_body",
    at("POST", `${STORE}/contact-change/undo`)({ body: {} }),
  ],
  [
    `POST ${STORE}/contact-change/undo`,
    "a token of no link",
    "undo_token_invalid",
    at("POST", `${STORE}/contact-change/undo`)({ body: { token: "abc" } }),
  ],
  ...["emailpass", "phonepass"].map((provider): Refusal => [
    `POST /auth/customer/${provider}/reset-password`,
    "an identifier that is no text",
    "invalid_body",
    at(
      "POST",
      `/auth/customer/${provider}/reset-password`
    )({ body: { identifier: { toString: "x" } } }),
  ]),
  ...ofCustomer("POST", `${STORE}/account-deletion/request`),
  [
    `POST ${STORE}/account-deletion/request`,
    "a deletion that is confirmed",
    "account_deletion_scheduled",
    at(
      "POST",
      `${STORE}/account-deletion/request`
    )(({ jane: { token } }) => ({
      token,
      body: {},
    })),
  ],
  ...ofStore("POST", `${STORE}/account-deletion/confirm`),
  ...ofCode(`${STORE}/account-deletion/confirm`),
  ...ofStore("POST", `${STORE}/account-deletion/cancel-request`),
  [
    `POST ${STORE}/account-deletion/cancel-request`,
    "no contact",
    "invalid_body",
    at("POST", `${STORE}/account-deletion/cancel-request`)({ body: {} }),
  ],
  ...ofStore("POST", `${STORE}/account-deletion/cancel-confirm`),
  ...ofCode(`${STORE}/account-deletion/cancel-confirm`),
]

function ofProvider(provider: "emailpass" | "phonepass"): Refusal[] {
  const base = `/auth/customer/${provider}`
  const route = "/auth/:actor_type/:auth_provider"
  const contact = ({ jane }: Cast) =>
    provider === "emailpass" ? jane.email : jane.phone
  const wrong = (cast: Cast) => ({
    body: credentials(provider, contact(cast), "another password 5"),
  })
  return [
    ...["GET", "POST"].flatMap((method): Refusal[] => [
      [
        `${method} ${route}`,
        "a wrong password",
        "credentials_invalid",
        at(method, base)(wrong),
      ],
      [
        `${method} ${route}`,
        "no contact",
        "invalid_body",
        at(method, base)({ body: { password: PASSWORD } }),
      ],
      [
        `${method} ${route}`,
        "no password",
        "credentials_invalid",
        at(
          method,
          base
        )((cast) => ({
          body: {
            ...credentials(provider, contact(cast)),
            password: undefined,
          },
        })),
      ],
    ]),
    [
      `POST ${route}`,
      "a body that is no JSON",
      "invalid_body",
      at("POST", base)({ body: NO_JSON }),
    ],
    [
      `POST ${route}`,
      "another spelling of the path",
      "credentials_invalid",
      at(
        "POST",
        `/auth/customer/%${provider.charCodeAt(0).toString(16)}${provider.slice(1)}`
      )(wrong),
    ],
    [
      `POST ${route}`,
      "a path that cannot be decoded",
      "invalid_path",
      at("POST", `${base}/%E0`)({}),
    ],
    [
      `POST ${route}/register`,
      "somebody's contact",
      "identity_exists",
      at(
        "POST",
        `${base}/register`
      )(async ({ store }) => {
        const own = provider === "emailpass" ? freshEmail() : freshPhone()
        await registerIdentity(store, provider, own)
        return { body: credentials(provider, own, "another password 5") }
      }),
    ],
    [
      `POST ${route}/register`,
      "no contact",
      "invalid_body",
      at("POST", `${base}/register`)({ body: { password: PASSWORD } }),
    ],
    [
      `POST ${route}/register`,
      "a password that is too short",
      "password_too_short",
      at(
        "POST",
        `${base}/register`
      )({
        body: credentials(
          provider,
          provider === "emailpass" ? freshEmail() : freshPhone(),
          "short"
        ),
      }),
    ],
    [
      `POST ${route}/reset-password`,
      "no identifier",
      "invalid_body",
      at("POST", `${base}/reset-password`)({ body: {} }),
    ],
    [
      `POST ${route}/update`,
      "no token",
      "reset_token_invalid",
      at("POST", `${base}/update`)({ body: { password: "a new password 5" } }),
    ],
    [
      `POST ${route}/update`,
      "the token of a login",
      "reset_token_invalid",
      at(
        "POST",
        `${base}/update`
      )(({ jane: { token } }) => ({
        token,
        body: { password: "a new password 5" },
      })),
    ],
    ...["GET", "POST"].map((method): Refusal => [
      `${method} ${route}/callback`,
      "a provider without one",
      "credentials_invalid",
      at(method, `${base}/callback`)({}),
    ]),
  ]
}

const authRoutes: Refusal[] = [
  ...ofProvider("emailpass"),
  ...ofProvider("phonepass"),
  ...[
    "POST /auth/session",
    "DELETE /auth/session",
    "POST /auth/token/refresh",
  ].flatMap((route): Refusal[] => {
    const [method, path] = route.split(" ")
    return [
      [route, "no token", "unauthorized", at(method, path)({})],
      [
        route,
        "a forged token",
        "unauthorized",
        at(method, path)({ token: "e30.e30.e30" }),
      ],
    ]
  }),
]

const REQUESTS = "/admin/account-deletion-requests"

/** What a route under /admin refuses, by the id that it cannot find. */
function ofAdmin(
  method: string,
  [before, after]: [string, string],
  code: string
): Refusal[] {
  const route = `${method} ${before}:id${after}`
  const ask = (id: string, body?: unknown) =>
    at(
      method,
      `${before}${id}${after}`
    )(({ admin: token }) => ({ token, body }))
  return [
    [route, "an id that is unknown", code, ask("none_0")],
    [route, "an id that can be none", code, ask("no%20id")],
    [route, "a path that cannot be decoded", "invalid_path", ask("%E0")],
    ...(method === "GET"
      ? []
      : ([
          [
            route,
            "a body that is no JSON",
            "invalid_body",
            ask("none_0", NO_JSON),
          ],
        ] satisfies Refusal[])),
  ]
}

const adminRoutes: Refusal[] = [
  ["GET", REQUESTS],
  ["GET", `${REQUESTS}/x`],
]
  .map(([method, path]): Refusal => [
    `${method} ${path.replace("/x", "/:id")}`,
    "a query that is unknown",
    "invalid_query",
    at(method, `${path}?unknown=1`)(({ admin: token }) => ({ token })),
  ])
  .concat(
    ofAdmin("GET", [`${REQUESTS}/`, ""], "account_deletion_not_found"),
    ofAdmin("POST", [`${REQUESTS}/`, "/cancel"], "account_deletion_not_found"),
    ofAdmin("POST", [`${REQUESTS}/`, "/execute"], "account_deletion_not_found"),
    ofAdmin(
      "GET",
      ["/admin/customers/", "/verification"],
      "customer_not_found"
    ),
    ofAdmin(
      "POST",
      ["/admin/customers/", "/limits/reset"],
      "customer_not_found"
    )
  )

const encodedSlash: Refusal = [
  "POST /admin/customers/:id/limits/reset",
  "a body that is no JSON, where the id has an encoded slash",
  "invalid_body",
  at(
    "POST",
    "/admin/customers/a%2fb/limits/reset"
  )(({ admin: token }) => ({ token, body: NO_JSON })),
]

export const REFUSALS = [
  ...customerRoutes,
  ...authRoutes,
  ...adminRoutes,
  encodedSlash,
]
