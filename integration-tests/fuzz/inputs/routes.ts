/** A route of the plugin, or of Medusa's that it guards. */
export type Route = {
  method: string
  path: string
  who: "anybody" | "login" | "admin"
  /** A usual body; `$email` and the like stand for the customer's own. */
  body: Record<string, unknown>
}

const typed = { token: "$code", code: "123456" }
const password = "some other battery"

const anybody = (method: string, path: string, body = {}): Route => ({
  method,
  path,
  who: "anybody",
  body,
})
const login = (method: string, path: string, body = {}): Route => ({
  ...anybody(method, path, body),
  who: "login",
})
const admin = (method: string, path: string, body = {}): Route => ({
  ...anybody(method, path, body),
  who: "admin",
})

const STORE = "/store/customers"
const DELETIONS = "/admin/account-deletion-requests"

export const ROUTES: Route[] = [
  ...["emailpass", "phonepass"].flatMap((provider) => {
    const contact =
      provider === "emailpass" ? { email: "$email" } : { phone: "$phone" }
    const path = `/auth/customer/${provider}`
    return [
      anybody("POST", path, { ...contact, password }),
      anybody("POST", `${path}/register`, { ...contact, password }),
      anybody("POST", `${path}/reset-password`, { identifier: "$email" }),
      anybody("POST", `${path}/update`, { ...typed, password }),
      anybody("GET", path),
    ]
  }),
  login("POST", "/auth/token/refresh"),
  login("POST", "/auth/session"),
  login("POST", STORE, {
    email: "$email",
    phone: "$phone",
    first_name: "Somebody",
    metadata: {},
  }),
  anybody("POST", `${STORE}/otp/send`, {
    customer_id: "$other",
    type: "phone_verification",
  }),
  anybody("POST", `${STORE}/otp/verify`, typed),
  login("GET", `${STORE}/me`),
  login("POST", `${STORE}/me`, { first_name: "Somebody", metadata: {} }),
  login("PATCH", `${STORE}/me`, { last_name: "Somebody", email: "$email" }),
  login("POST", `${STORE}/me/contact`, { email: "$email" }),
  login("POST", `${STORE}/me/contact/verify`, typed),
  login("POST", `${STORE}/me/password`, {
    old_password: "not the battery",
    new_password: password,
  }),
  login("POST", `${STORE}/me/sessions/revoke`),
  anybody("POST", `${STORE}/contact-change/undo`, { token: "x" }),
  anybody("POST", `${STORE}/password/request`, { phone: "$phone" }),
  anybody("POST", `${STORE}/password/confirm`, { ...typed, password }),
  login("POST", `${STORE}/account-deletion/request`, { reason: "none" }),
  anybody("POST", `${STORE}/account-deletion/confirm`, typed),
  anybody("POST", `${STORE}/account-deletion/cancel-request`, {
    email: "$email",
  }),
  anybody("POST", `${STORE}/account-deletion/cancel-confirm`, typed),
  admin("GET", DELETIONS),
  admin("GET", `${DELETIONS}/:id`),
  admin("POST", `${DELETIONS}/:id/cancel`),
  admin("POST", `${DELETIONS}/:id/execute`),
  admin("GET", "/admin/customers/:id/verification"),
  admin("POST", "/admin/customers/:id/limits/reset"),
]
