import { HttpResponse } from "../../helpers/http"
import { enableMfa } from "../../helpers/mfa"
import { waitFor } from "../../helpers/wait-for"
import { ADMIN } from "../../store/admin"
import { Transcript } from "./transcript"

const MIXED = { email: "Mixed.Case@Example.com", password: "any password" }
const SECRET = "open sesame"

/** What only the plugin's own customers would be refused. */
const ODD_CREDENTIALS: unknown[] = [
  { email: 5, password: ADMIN.password },
  { email: [ADMIN.email], password: ADMIN.password },
  { email: "no address\u0000", password: ADMIN.password },
  { email: ` ${ADMIN.email} `, password: ADMIN.password },
  { email: ADMIN.email.toUpperCase(), password: ADMIN.password },
  { email: ADMIN.email, password: "another password" },
  { email: ADMIN.email },
  {},
]

/** An admin user: login, registration, refresh, session, a forgotten password. */
export async function asAdmin(transcript: Transcript): Promise<void> {
  const ask = transcript.ask.bind(transcript)
  const { body } = await ask("POST", "/auth/user/emailpass", { body: ADMIN })
  await ask("GET", "/auth/user/emailpass", { body: ADMIN })
  await ask("POST", "/auth/user/%65mailpass", { body: ADMIN })
  for (const odd of ODD_CREDENTIALS) {
    await ask("POST", "/auth/user/emailpass", { body: odd })
  }
  await ask("POST", "/auth/user/emailpass/callback", { body: ADMIN })
  await ask("GET", "/auth/user/emailpass/callback")
  await ask("POST", "/auth/user/emailpass/register", { body: MIXED })
  await ask("POST", "/auth/user/emailpass/register", { body: MIXED })
  await ask("POST", "/auth/user/emailpass", { body: MIXED })
  await ask("POST", "/auth/user/emailpass", {
    body: { ...MIXED, email: MIXED.email.toLowerCase() },
  })
  await useToken(transcript, body.token, "/admin/users/me")
  await forgetPassword(transcript)
}

async function forgetPassword(transcript: Transcript): Promise<void> {
  const { email } = MIXED
  const ask = transcript.ask.bind(transcript)
  await ask("POST", "/auth/user/emailpass/reset-password", {
    body: { identifier: email },
  })
  const token = await waitFor("the admin's reset token", () => {
    const event = transcript.store
      .events()
      .find(
        ({ name, data }) =>
          name === "auth.password_reset" && data.entity_id === email
      )
    return event && String(event.data.token)
  })
  const update = { token, body: { password: "a new password" } }
  await ask("POST", "/auth/user/emailpass/update", { body: update.body })
  await ask("POST", "/auth/user/emailpass/update", update)
  await ask("POST", "/auth/user/emailpass/update", update)
  await ask("POST", "/auth/user/emailpass", {
    body: { email, password: "a new password" },
  })
}

/** An admin user with a second factor. */
export async function asAdminWithMfa(transcript: Transcript): Promise<void> {
  const login = () =>
    transcript.ask("POST", "/auth/user/emailpass", { body: ADMIN })
  const { body } = await login()
  const currentCode = await enableMfa(transcript.store, body.token)
  const first = await login()
  await transcript.ask("GET", "/admin/users/me", { token: first.body.token })
  await answer(transcript, first, "000000x")
  const second = await answer(transcript, first, currentCode())
  await useToken(transcript, second.body.token, "/admin/users/me")
}

/** Somebody of an actor type of the store's own. */
export async function asVendor(transcript: Transcript): Promise<void> {
  const vendor = { email: "Vendor@Example.com", password: "any password" }
  const ask = transcript.ask.bind(transcript)
  await ask("POST", "/auth/vendor/emailpass/register", { body: vendor })
  const { body } = await ask("POST", "/auth/vendor/emailpass", { body: vendor })
  await ask("POST", "/auth/vendor/emailpass", {
    body: { ...vendor, email: vendor.email.toLowerCase() },
  })
  await ask("POST", "/auth/vendor/house", {
    body: { name: "vendor", secret: SECRET, email: ["odd"] },
  })
  await useToken(transcript, body.token, "/vendors/me")
}

/** A customer who logs in through the store's own provider and never verifies their e-mail. */
export async function asHouseCustomer(transcript: Transcript): Promise<void> {
  const house = { name: "jane", secret: SECRET, email: { odd: true } }
  const ask = transcript.ask.bind(transcript)
  const login = () => ask("POST", "/auth/customer/house", { body: house })
  await ask("POST", "/auth/customer/house", {
    body: { ...house, secret: "wrong" },
  })
  await ask("POST", "/auth/customer/house/register", { body: house })
  const { body } = await login()
  await ask("POST", "/auth/token/refresh", { token: body.token })
  await ask("POST", "/store/customers", {
    token: body.token,
    body: { email: "jane@example.com", first_name: "Jane" },
  })
  await ask("POST", "/auth/token/refresh", { token: body.token })
  const { body: loggedIn } = await login()
  await ask("GET", "/auth/customer/house", { body: house })
  await ask("POST", "/auth/customer/house/callback", { body: house })
  await ask(
    "GET",
    `/auth/customer/house/callback?name=jane&secret=${encodeURIComponent(SECRET)}`
  )
  await ask("GET", "/auth/customer/house/callback?name=jane&secret=wrong")
  await useToken(transcript, loggedIn.token, "/store/customers/me")

  const currentCode = await enableMfa(transcript.store, loggedIn.token)
  const first = await login()
  const second = await answer(transcript, first, currentCode())
  await useToken(transcript, second.body.token, "/store/customers/me")
}

/** Nobody in particular. */
export async function asStranger(transcript: Transcript): Promise<void> {
  const ask = transcript.ask.bind(transcript)
  for (const token of [undefined, "no token", "e30.e30.e30"]) {
    await ask("POST", "/auth/token/refresh", { token })
    await ask("POST", "/auth/session", { token })
    await ask("GET", "/store/customers/me", { token })
    await ask("GET", "/admin/users/me", { token })
  }
  await ask("POST", "/auth/customer/nobody", { body: ADMIN })
  await ask("POST", "/auth/user/nobody/register", { body: ADMIN })
  await ask("DELETE", "/auth/session")
  await ask("GET", "/auth")
  await ask("GET", "/auth/session")
}

function answer(
  transcript: Transcript,
  { body }: HttpResponse,
  code: string
): Promise<HttpResponse> {
  const { mfa_challenge, token } = body
  return transcript.ask(
    "POST",
    `/auth/mfa/challenges/${mfa_challenge.id}/verify`,
    {
      token,
      body: { method: "totp", code },
    }
  )
}

/** All that a token is good for: what it shows, a refresh, a session and its end. */
async function useToken(
  transcript: Transcript,
  token: string,
  own: string
): Promise<void> {
  const ask = transcript.ask.bind(transcript)
  await ask("GET", own, { token })
  await ask("POST", "/auth/token/refresh", { token })
  const session = await ask("POST", "/auth/session", { token })
  const cookie = session.headers["set-cookie"]?.[0]?.split(";")[0] ?? ""
  const headers = { cookie }
  await ask("GET", own, { headers })
  await ask("POST", "/auth/token/refresh", { headers })
  await ask("DELETE", "/auth/session", { headers })
  await ask("GET", own, { headers })
}
