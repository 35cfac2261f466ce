import type { World } from "./world"

/** A status, the code of a refusal if it has one, and `own` where the answer is a code's token that counts in the caller's own share. */
export type Outcome = string

/** Where a token stands in a request. */
export type Where = "header" | "body" | "query"

/** What becomes of every token at one place of a route. */
export type Place = {
  /** Of all that are not named here. */
  refused: Outcome
  /** Of those that are refused for a reason of their own. */
  but?: Record<string, Outcome>
  /** Of those that count here, asked with `probe`. Forgeries are made of the first. */
  takes?: Record<string, Outcome>
}

export type Route = Partial<Record<Where, Place>> & {
  /** As the folders of the build name it. */
  route: string
  /** The parameters of the path. */
  params?: (world: World) => Record<string, string>
  /** What is sent beside the token in the header, or gets the one in the body: right in all but the token. */
  json?: (world: World) => object
  /** Wrong in something that is looked at after the token. */
  probe?: (world: World) => object
  /** Whose login is in the header where the token that counts is elsewhere. */
  as?: string
  /** It ends what it takes, which is used there last of all. @default false */
  ends?: boolean
  /** Strangers may ask, and something is written for them. @default false */
  writes?: boolean
}

/** The method and the path of a route with its parameters filled in. */
export function addressOf(
  { route, params }: Route,
  world: World
): { method: string; path: string } {
  const [method, folder] = route.split(" ")
  const values = params?.(world) ?? {}
  const path = folder.replace(/\[(\w+)\]/g, (_, name: string) => values[name])
  return { method, path }
}
