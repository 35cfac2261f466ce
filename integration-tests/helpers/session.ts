import { HttpResponse } from "./http"
import { Store } from "./store"

/** `POST /auth/session` → its answer, and the header that carries the session. */
export async function startSession(store: Store, token: string) {
  const answer = await store.api("POST", "/auth/session", { token })
  return { answer, headers: { cookie: cookieOf(answer) } }
}

function cookieOf({ headers }: HttpResponse): string {
  return headers["set-cookie"]?.[0]?.split(";")[0] ?? ""
}
