import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { PluginOptions } from "../../../options"
import { execute } from "../../../sql"
import { STORE_CODE } from "../statements"
import type { IssueInput } from "../types"
import { generateCode } from "./generate-code"
import type { OtpHashes } from "./otp-hashes"

/**
 * Makes a code and stores its hash, in place of the live one of the same subject and purpose.
 *
 * @returns the code with its id and, in ISO 8601, its expiry
 */
export async function storeCode(
  context: Context,
  hashes: OtpHashes,
  { otpLength, otpCharset, maxAttempts, otpExpiryMinutes }: PluginOptions,
  input: IssueInput
): Promise<{ id: string; code: string; expires_at: string }> {
  const id = generateEntityId(undefined, "otpver")
  const code = generateCode(otpLength, otpCharset)
  const [stored] = await execute<{ expires_at: Date | string }>(
    context,
    STORE_CODE,
    [
      id,
      input.subject,
      input.purpose,
      input.channel,
      hashes.destination(input.destination),
      hashes.code({ ...input, id, code }),
      maxAttempts,
      otpExpiryMinutes,
    ]
  )
  return { id, code, expires_at: new Date(stored.expires_at).toISOString() }
}
