import { HttpResponse } from "../../helpers/http"
import { decodeJwt } from "../../helpers/jwt"
import { ApiOptions, Store } from "../../helpers/store"
import { addressOf, Outcome, Place, Route, Where } from "./route"
import { Token, World } from "./world"

const AT_ONCE = 24

/** How many requests were made. */
export const made = { requests: 0 }

/** Sends each token to a place of a route → what came of it, by the token's name. */
export async function askWithAll(
  store: Store,
  world: World,
  route: Route,
  where: Where,
  tokens: Token[]
): Promise<Record<string, Outcome>> {
  const outcomes: [string, Outcome][] = []
  for (let first = 0; first < tokens.length; first += AT_ONCE) {
    const batch = tokens.slice(first, first + AT_ONCE)
    const answers = await Promise.all(
      batch.map((token) => askWith(store, world, route, where, token))
    )
    answers.forEach((answer, nth) =>
      outcomes.push([batch[nth].name, outcomeOf(answer)])
    )
  }
  made.requests += tokens.length
  return Object.fromEntries(outcomes)
}

/** What must come of them. */
export function expectedOf(
  { refused, but, takes }: Place,
  tokens: Token[]
): Record<string, Outcome> {
  return Object.fromEntries(
    tokens.map(({ name }) => [name, takes?.[name] ?? but?.[name] ?? refused])
  )
}

/** @param counts whether to ask with what is wrong after the token. @default whether the token counts there */
export function askWith(
  store: Store,
  world: World,
  route: Route,
  where: Where,
  token: Token,
  counts = token.name in (route[where]?.takes ?? {})
): Promise<HttpResponse> {
  const { method, path } = addressOf(route, world)
  const json = ((counts ? route.probe : undefined) ?? route.json)?.(world)
  if (where === "header") {
    return store.api(method, path, { ...inHeader(token), body: json })
  }
  const login = route.as ? inHeader(world.tokens.get(route.as)!) : {}
  if (where === "query") {
    const query = `?token=${encodeURIComponent(token.token)}`
    return store.api(method, path + query, { ...login, body: json })
  }
  const takesCode = json && "code" in json && token.code && !counts
  const beside = takesCode ? { code: token.code } : {}
  const body = { ...json, ...beside, token: token.token }
  return store.api(method, path, { ...login, body })
}

const inHeader = ({ token, headers }: Token): ApiOptions =>
  headers ? { headers } : { token }

export function outcomeOf({ status, body }: HttpResponse): Outcome {
  const { code, token } = Object(body) as Record<string, unknown>
  if (status >= 400 && typeof code === "string") {
    return `${status} ${code}`
  }
  return isOwn(token) ? `${status} own` : String(status)
}

function isOwn(token: unknown): boolean {
  return typeof token === "string" && decodeJwt(token).own === true
}
