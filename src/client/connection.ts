import { RequestError, send, type Answered } from "../helpers/request-error"
import type { MedusaSdk, ServerOptions, TokenStore } from "./inputs"

/** What is sent to a route. */
export type Call = {
  method?: "DELETE" | "GET" | "POST"
  body?: object
  /** Instead of the customer's login; `null` for a request of nobody's. */
  token?: string | null
}

/** How requests are sent, and where the customer's login is kept. */
export type Connection = {
  tokens: TokenStore
  /** @throws RequestError for every refusal, and with status 0 where no server answers */
  send: (path: string, call: Call) => Promise<Answered>
  /** The JSON that a route answers. @throws RequestError also for an answer that is none */
  request: <Answer>(path: string, call?: Call) => Promise<Answer>
  /** Keeps a login for the requests to come. */
  keep: (token: string) => Promise<unknown>
  /** Forgets it, also where the server has ended it. */
  forget: () => Promise<void>
}

type Config = Pick<ServerOptions, "baseUrl"> & {
  headers: () => Record<string, string | false | null | undefined>
  tokens: TokenStore
  /** Whether the customer is logged in by a cookie: then which cookies are sent. */
  cookies?: RequestInit["credentials"]
}

/**
 * A connection to the Medusa server.
 *
 * @throws TypeError for an SDK that is none
 */
export function connect(
  options: ServerOptions | { sdk: MedusaSdk }
): Connection {
  const { baseUrl, headers, tokens, cookies } =
    "sdk" in options ? ofSdk(options.sdk) : ofServer(options)

  const sendTo: Connection["send"] = async (
    path,
    { method = "POST", body = {}, token }
  ) => {
    const login = token === undefined && !cookies ? await tokens.get() : token
    const byCookie = token === undefined || path === SESSION
    return await send(baseUrl.replace(/\/+$/, "") + path, {
      method,
      headers: onlyTexts({
        ...headers(),
        accept: "application/json",
        "content-type": "application/json",
        authorization: login && `Bearer ${login}`,
      }),
      // The fetch of some servers throws at the field.
      ...("credentials" in Request.prototype && {
        credentials: cookies && byCookie ? cookies : "omit",
      }),
      body: method === "GET" ? undefined : JSON.stringify(body),
    })
  }

  return {
    tokens,
    send: sendTo,
    request: async <Answer>(path: string, call: Call = {}) => {
      const response = await sendTo(path, call)
      let reason: { cause: unknown } | undefined
      const answer = await response.json().catch((cause: unknown) => {
        reason = { cause }
      })
      if (Object(answer) !== answer) {
        throw unreadable(response.status, reason)
      }
      return answer as Answer
    },
    keep: async (token) =>
      cookies ? sendTo(SESSION, { token }) : tokens.set(token),
    forget: async () => {
      if (cookies) {
        await sendTo(SESSION, { method: "DELETE" }).catch(unlessLoggedOut)
      }
      await tokens.remove()
    },
  }
}

/** Says that what answered was not Medusa. */
export function unreadable(
  status: number,
  reason?: { cause: unknown }
): RequestError {
  const message = "The server's answer could not be read."
  return new RequestError(message, status, "answer_unreadable", {}, reason)
}

const SESSION = "/auth/session"

function unlessLoggedOut(error: Error & { status?: number }): void {
  if (error.status !== 401) {
    throw error
  }
}

function ofServer({
  baseUrl,
  publishableApiKey,
  headers,
  tokenStore,
}: ServerOptions): Config {
  return {
    baseUrl,
    headers: () => ({ [KEY_HEADER]: publishableApiKey, ...headers }),
    tokens: tokenStore ?? inMemory(),
  }
}

const KEY_HEADER = "x-publishable-api-key"

function inMemory(): TokenStore {
  let kept: string | undefined
  return {
    get: () => kept,
    set: (token) => {
      kept = token
    },
    remove: () => {
      kept = undefined
    },
  }
}

/** What only the SDK's private configuration knows. Its own `fetch` keeps no code of a refusal. */
type Configured = {
  locale?: string
  config?: {
    baseUrl?: string
    publishableKey?: string
    globalHeaders?: Record<string, never>
    auth?: { type?: string; fetchCredentials?: RequestInit["credentials"] }
  }
}

function ofSdk({ client }: MedusaSdk): Config {
  const sdk = client as Configured & typeof client
  const { baseUrl, publishableKey, globalHeaders, auth } = sdk.config ?? {}
  if (baseUrl === undefined) {
    throw new TypeError(
      "sdk is no @medusajs/js-sdk that is known. Pass baseUrl."
    )
  }
  return {
    baseUrl,
    headers: () => ({
      [KEY_HEADER]: publishableKey,
      "x-medusa-locale": sdk.locale,
      ...globalHeaders,
    }),
    tokens: {
      get: () => client.getToken(),
      set: (token) => client.setToken(token),
      remove: () => client.clearToken(),
    },
    cookies:
      auth?.type === "session"
        ? (auth.fetchCredentials ?? "include")
        : undefined,
  }
}

// Among the SDK's headers may be tags for the cache of Next.js.
function onlyTexts(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (header): header is [string, string] =>
        !!header[1] && typeof header[1] === "string"
    )
  )
}
