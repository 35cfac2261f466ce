import {
  errorHandler,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import {
  ERRORS,
  isPluginError,
  readRefusal,
  type MedusaRefusal,
} from "../../errors"
import { answerError } from "./with-errors"

/** The paths on which every refusal has a code: the plugin's own, and those of Medusa's that it replaces or guards. */
const COVERED = [
  /^\/store\/customers(\/|$)/i,
  /^\/auth\/customer\/(emailpass|phonepass)(\/|$)/i,
  /^\/auth\/(session|token\/refresh)$/i,
  /^\/admin\/account-deletion-requests(\/|$)/i,
  /^\/admin\/customers\/[^/]+\/(verification|limits\/reset)$/i,
]

/** Medusa's own verification, in which the plugin's provider of codes may refuse. */
const VERIFICATION = /^\/auth\/verification\/(request|confirm)$/i
const ADMIN = /^\/admin\//i
const ENCODED_SLASH = /%2f/i
const SIGN_UP = /^\/store\/customers$/i

/** The headers of the plugin's answers that a browser shows to a storefront of another origin only if it is told to. */
const EXPOSED = "Retry-After"

/**
 * Middleware: gives the refusals of Medusa's own on the plugin's routes what those of the plugin have: a code, a type and
 * words for shoppers, with Medusa's as the hint. It stands where all answers leave, and goes before every other that
 * looks at them. What has a code is left as it is.
 */
export function codeRefusals(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  coverAnswer(req, res)
  next()
}

/**
 * Medusa's error handler, and on the plugin's routes also for what fails before any middleware of a plugin runs: a body
 * that is no JSON, a missing publishable key, a path that cannot be decoded.
 */
export function handleErrors(
  error: unknown,
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { status, expose, type, message } = Object(error) as HttpError
  const path = pathOf(req)
  if (VERIFICATION.test(path) && isPluginError(error)) {
    exposeHeaders(res, path)
    answerError(error, res)
  } else if (!coverAnswer(req, res)) {
    errorHandler()(error, req, res, next)
  } else if (error instanceof URIError) {
    answerError({ code: "invalid_path", ...ERRORS.invalid_path }, res)
  } else if (status && expose && type === "entity.parse.failed") {
    // Medusa answers it with 500 up to 2.16.
    res.status(status).json({ message: `The body is no JSON: ${message}` })
  } else {
    errorHandler()(error, req, res, next)
  }
}

/** An error of Express's own, as `http-errors` makes them. */
type HttpError = {
  status?: number
  expose?: boolean
  type?: string
  message?: string
}

// As Medusa reads it: decoded, without the slash at the end. An encoded slash ends no part of it.
function pathOf({ originalUrl }: MedusaRequest): string {
  const path = originalUrl.replace(/\/?(\?.*)?$/s, "")
  try {
    return path.split(ENCODED_SLASH).map(decodeURIComponent).join("%2f")
  } catch {
    return path
  }
}

type Locals = { covered?: boolean }

/** @returns whether the path is one of the plugin's */
function coverAnswer(req: MedusaRequest, res: MedusaResponse): boolean {
  const path = pathOf(req)
  const locals: Locals = res.locals
  if (!locals.covered && COVERED.some((covered) => covered.test(path))) {
    locals.covered = true
    exposeHeaders(res, path)
    const answer = res.json.bind(res)
    res.json = (body: unknown) => {
      res.json = answer
      const refusal = uncoded({ status: res.statusCode, path }, body)
      const read = refusal && readRefusal(refusal)
      if (!read) {
        return answer(body)
      }
      const { status, ...coded } = read
      res.status(status)
      return answer(ADMIN.test(path) ? forAdmin(coded, refusal) : coded)
    }
  }
  return locals.covered === true
}

/** An answer that refuses and says no code, or one of Medusa's that the plugin knows better. */
function uncoded(
  { status, path }: { status: number; path: string },
  body: unknown
): MedusaRefusal | undefined {
  const { type, code, message } = Object(body) as Record<string, unknown>
  const isDuplicate = code === "invalid_request_error" && SIGN_UP.test(path)
  // Its message is the database's.
  const isFailure = code === "api_error"
  return status >= 400 &&
    typeof message === "string" &&
    (code === undefined || isDuplicate || isFailure)
    ? {
        status,
        path,
        message,
        type: typeof type === "string" ? type : undefined,
      }
    : undefined
}

// An admin is no shopper: the dashboard shows them what Medusa says.
const forAdmin = (
  { type, code }: { type: string; code: string },
  { message }: MedusaRefusal
) => ({ type, code, message })

// A storefront whose origin is not allowed gets none of the CORS headers of Medusa's, and this neither.
function exposeHeaders(res: MedusaResponse, path: string): void {
  if (!ADMIN.test(path) && res.hasHeader("Access-Control-Allow-Origin")) {
    res.append("Access-Control-Expose-Headers", EXPOSED)
  }
}
