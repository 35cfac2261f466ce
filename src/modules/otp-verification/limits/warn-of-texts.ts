import type { Context, Logger } from "@medusajs/framework/types"
import type { SharedHit } from "../statements"
import { textKey, type KeyOf } from "./buckets"
import { consumeOneTimeKey } from "./consume-limits"

const DAY = 86_400

/** Of `limits.sms_per_day`, in per cent; the highest first, for a limit so small that one message reaches both. */
const LEVELS = [100, 80]

type TextLimit = { max: number | false; keyOf: KeyOf; logger: Logger }

/**
 * Logs that the store's text messages are at 80 per cent, and that they are used up: of all servers one, once in the
 * 24 hours that the limit counts.
 *
 * @param shared the hits of the send, after their transaction
 */
export async function warnOfTexts(
  context: Context,
  { max, keyOf, logger }: TextLimit,
  shared: SharedHit[]
): Promise<void> {
  const hit = shared.find(({ key }) => key === textKey(keyOf))
  if (!hit || max === false) {
    return
  }
  // Counts go up by one, so that one send reaches each level; it is reached again where a message is taken back.
  const level = LEVELS.find(
    (percent) => hit.used === Math.ceil((max * percent) / 100)
  )
  const once = keyOf("once", "text-messages", `${level} ${hit.until}`)
  if (level && (await consumeOneTimeKey(context, once, DAY))) {
    logger.warn(
      `customer-registration: ${hit.used} of ${max} text messages of limits.sms_per_day are sent` +
        (level === 100 ? `; no other one goes out until ${hit.until}` : "")
    )
  }
}
