import type { MedusaResponse } from "@medusajs/framework/http"

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
