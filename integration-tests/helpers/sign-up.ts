import { HttpResponse } from "./http"
import { Store } from "./store"

/** `POST /store/customers`, whatever comes of it. */
export function signUp(
  store: Store,
  token: string | undefined,
  body: unknown,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers", { token, body, server })
}
