import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ERRORS,
  isPluginError,
  type ErrorRow,
  type PluginErrorLike,
} from "../../errors"

type Handler<Request> = (
  req: Request,
  res: MedusaResponse,
  next: MedusaNextFunction
) => Promise<void>

/**
 * Answers the plugin's errors as its table says, and leaves all others to Medusa, whose error handler does not know
 * 403, 429 and 502 on every version and overwrites the code of a 422. For routes and middlewares alike.
 *
 * @example export const POST = withErrors(async (req, res) => { … })
 */
export function withErrors<Request = MedusaRequest>(
  handler: Handler<Request>
): Handler<Request> {
  return async (req, res, next) => {
    try {
      await handler(req, res, next)
    } catch (error) {
      if (!isPluginError(error)) {
        throw error
      }
      answerError(error, res)
    }
  }
}

/** Writes the answer of one of the plugin's errors. */
export function answerError(
  {
    code,
    message,
    details,
  }: Omit<PluginErrorLike, keyof Error> & { message: string },
  res: MedusaResponse
): void {
  const { status, type, hint }: ErrorRow = ERRORS[code]
  if (details?.retry_after !== undefined) {
    res.setHeader("Retry-After", details.retry_after)
  }
  res.status(status).json({ type, code, message, hint, ...details })
}

/**
 * Lets a handler of Medusa answer only once an act is over: what it writes after the handler is there before the client
 * sends the next request. If the act throws, nothing is answered.
 *
 * @param act runs the handler
 * @example await answerAfter(res, async () => { await handler(req, res); await cleanUp() })
 */
export async function answerAfter<Result>(
  res: MedusaResponse,
  act: () => Promise<Result>
): Promise<Result> {
  const answer = res.json
  let send: (() => void) | undefined
  res.json = (body: unknown) => {
    send = () => void answer.call(res, body)
    return res
  }
  try {
    return await act()
  } catch (error) {
    send = undefined
    throw error
  } finally {
    res.json = answer
    send?.()
  }
}
