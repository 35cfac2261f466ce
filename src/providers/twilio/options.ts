import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"

const sid = (prefix: string) =>
  z
    .string()
    .trim()
    .regex(
      new RegExp(`^${prefix}[0-9a-f]{32}$`, "i"),
      `expected a SID: ${prefix} and 32 hexadecimal digits`
    )
const text = z.string().trim().min(1)

const KEYS = ["api_key_sid", "api_key_secret"] as const

const schema = z
  .strictObject({
    /** What Medusa reads: `["sms"]`. */
    channels: z.array(z.string()).optional(),
    account_sid: sid("AC"),
    /** Or an API key, which can be revoked by itself. */
    auth_token: text.optional(),
    api_key_sid: sid("SK").optional(),
    api_key_secret: text.optional(),
    /** A number of yours in E.164, or a name where the receiver's country allows one. */
    from: text.optional(),
    /** Chooses the number itself. */
    messaging_service_sid: sid("MG").optional(),
    /** Seconds that Twilio has for an answer. Default: the plugin's `delivery.timeout_seconds`. */
    timeout_seconds: z.number().positive().max(60).optional(),
    /** Another address than https://api.twilio.com, for a proxy or a test. */
    base_url: z
      .url({ protocol: /^https?$/, error: "expected an http(s) URL" })
      .refine(
        (url) => !URL.canParse(url) || new URL(url).hostname.includes("."),
        "expected a host with a dot in it, such as 127.0.0.1: twilio takes a host apart at its dots"
      )
      .optional(),
  })
  .superRefine((options, context) => {
    const missing = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message })
    const keys = KEYS.filter((name) => options[name])
    if (keys.length === 1) {
      const other = KEYS.find((name) => !options[name]) ?? ""
      missing(other, `required beside ${keys[0]}`)
    }
    if (!options.auth_token && !keys.length) {
      missing("auth_token", "required, or api_key_sid and api_key_secret")
    }
    if (!options.from && !options.messaging_service_sid) {
      missing("from", "required, or messaging_service_sid")
    }
  })

export type TwilioOptions = z.output<typeof schema>

/**
 * Reads the options of the provider `twilio`.
 *
 * @throws MedusaError `invalid_argument`, one message that names every fault by its path and no value
 * @example parseTwilioOptions({ account_sid: "AC…", auth_token: "…", from: "+15005550006" })
 */
export function parseTwilioOptions(options: unknown): TwilioOptions {
  const { success, data, error } = schema.safeParse(options ?? {})
  if (!success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `twilio: invalid provider options:\n${z.prettifyError(error)}`
    )
  }
  return data
}
