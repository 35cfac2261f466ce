import { HttpResponse } from "./http"
import { Store } from "./store"

/** The ids of the customers that the tokens in some answers open, as they are and refreshed. */
export async function openedBy(
  store: Store,
  answers: HttpResponse[]
): Promise<string[]> {
  const tokens = new Set(answers.map(({ body }) => body.token as unknown))
  const opened: string[] = []
  for (const token of tokens) {
    if (typeof token !== "string") {
      continue
    }
    const refreshed = await store.api("POST", "/auth/token/refresh", { token })
    const both = [token, String(refreshed.body.token)]
    for (const token of both) {
      const { body } = await store.api("GET", "/store/customers/me", { token })
      opened.push(...(body.customer ? [String(body.customer.id)] : []))
    }
  }
  return opened
}
