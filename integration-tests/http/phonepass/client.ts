import { decodeJwt, PASSWORD } from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { Store } from "../../helpers/store"

/** Registration and login by phone, and what their answers have to be. */
export function phonepassOf(store: Store) {
  const post = (path: string, phone: unknown, password: unknown) =>
    store.api("POST", `/auth/customer/phonepass${path}`, {
      body: { phone, password },
    })

  return {
    register: (phone: unknown, password: unknown = PASSWORD) =>
      post("/register", phone, password),

    login: (phone: unknown, password: unknown = PASSWORD) =>
      post("", phone, password),
  }
}

export const expectRefused = (
  { status, body }: HttpResponse,
  message: RegExp
) => {
  expect(status).toBe(401)
  expect(body).toEqual({
    type: "unauthorized",
    code: /exists/.test(message.source)
      ? "identity_exists"
      : "credentials_invalid",
    message: expect.any(String),
    ...(body.hint && { hint: expect.any(String) }),
  })
  expect(body.hint ?? body.message).toMatch(message)
}

export const expectNoHash = (answer: unknown, token?: string) => {
  const seen = JSON.stringify([answer, token && decodeJwt(token)])
  expect(seen).not.toMatch(/\$2[aby]?\$/)
}
