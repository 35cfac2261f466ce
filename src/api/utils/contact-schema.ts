import { z } from "zod"
import { CONTACT_KINDS } from "../../contact"
import type { Contact, PluginOptions } from "../../options"

/**
 * A contact in a request body: one string, read into its normal form.
 *
 * @example contactSchema("phone", options).parse("+1 (213) 373-4253") // "+12133734253"
 */
export function contactSchema(
  contact: Contact,
  { phone }: Pick<PluginOptions, "phone">
) {
  return z.unknown().transform((input, context): string => {
    const { value, fault } = CONTACT_KINDS[contact].parse(input, phone)
    if (value === undefined) {
      context.addIssue({ code: "custom", message: fault })
      return z.NEVER
    }
    return value
  })
}
