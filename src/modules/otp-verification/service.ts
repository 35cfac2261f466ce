import { timingSafeEqual } from "node:crypto"
import type { ConfigModule, Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { deriveKey, mac, secretText } from "../../keys"
import { parseOptions, type PluginOptions } from "../../options"
import { execute } from "../../sql"
import { generateCode } from "./codes/generate-code"
import { normalizeCode } from "./codes/normalize-code"
import { bucketsOfSend, failureBucket } from "./limits/buckets-of-send"
import {
  giveBack,
  LimitReached,
  secondsUntilFree,
  takeLimits,
} from "./limits/take-limits"
import OtpVerification from "./models/otp-verification"
import {
  CONSUME,
  COUNT_ATTEMPT,
  DELETE_CODE,
  DELETE_LIVE_CODES,
  PURGE_CODES,
  PURGE_LIMITS,
  STATE_OF_CODE,
  STORE_CODE,
} from "./statements"
import { OtpToken } from "./token/otp-token"
import type { ClaimsOf, OtpTokenClaims } from "./token/otp-token-claims"
import type {
  AttemptInput,
  AttemptOutcome,
  Challenge,
  IssueInput,
  IssueOutcome,
  OtpPurpose,
} from "./types"

type InjectedDependencies = { configModule: ConfigModule }

/**
 * Issues one-time codes, counts guesses at them and consumes them. It knows no customer: a code belongs to an opaque
 * subject, has a purpose and went to a destination. Every count is one statement of PostgreSQL, by its clock.
 */
class OtpVerificationModuleService extends MedusaService({ OtpVerification }) {
  protected readonly options_: PluginOptions
  protected readonly token_: OtpToken
  protected readonly keys_: Record<"code" | "destination" | "limit", Buffer>

  constructor({ configModule }: InjectedDependencies, options: unknown) {
    super(...arguments)
    const { http } = configModule.projectConfig
    const secret = secretText(http.jwtSecret)
    this.options_ = parseOptions(options, { storeCors: http.storeCors })
    this.token_ = new OtpToken(http)
    this.keys_ = {
      code: deriveKey(secret, "code"),
      destination: deriveKey(secret, "destination"),
      limit: deriveKey(secret, "limit"),
    }
  }

  /**
   * Issues a code in place of the live one of the same subject and purpose, if every limit allows it.
   *
   * @returns the code, for delivery only, with the challenge; or the seconds to wait
   * @example const issued = await service.issue({ subject: "cus_1", purpose: "phone_verification", destination: "+12133734253", channel: "sms", text_message: true, resend_seconds: 60 })
   */
  @InjectManager()
  async issue(
    input: IssueInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<IssueOutcome> {
    try {
      return await this.issue_(input, sharedContext)
    } catch (error) {
      if (!(error instanceof LimitReached)) {
        throw error
      }
      const seconds = await secondsUntilFree(sharedContext, error.buckets)
      return { outcome: "throttled", retry_after: Math.max(1, seconds) }
    }
  }

  @InjectTransactionManager()
  protected async issue_(
    input: IssueInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<IssueOutcome> {
    const failures = failureBucket(this.options_.limits, input, this.keyOf_)
    if ((await secondsUntilFree(sharedContext, failures)) > 0) {
      throw new LimitReached(failures)
    }
    const taken = await takeLimits(
      sharedContext,
      bucketsOfSend(this.options_.limits, input, this.keyOf_)
    )
    const { otpLength, otpCharset, maxAttempts, otpExpiryMinutes } =
      this.options_
    const id = generateEntityId(undefined, "otpver")
    const code = generateCode(otpLength, otpCharset)
    const destinationHash = this.hashDestination(input.destination)
    const [{ expires_at }]: { expires_at: Date | string }[] = await execute(
      sharedContext,
      STORE_CODE,
      [
        id,
        input.subject,
        input.purpose,
        input.channel,
        destinationHash,
        this.hashCode_({ ...input, id, code }),
        maxAttempts,
        otpExpiryMinutes,
      ]
    )
    const challenge: Challenge = {
      id,
      purpose: input.purpose,
      expires_at: new Date(expires_at).toISOString(),
      taken,
    }
    return { outcome: "issued", challenge, code }
  }

  /**
   * Voids a code that was not delivered and gives back the limits it took.
   *
   * @example await service.revoke(challenge)
   */
  @InjectTransactionManager()
  async revoke(
    { id, taken }: Pick<Challenge, "id" | "taken">,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await giveBack(sharedContext, taken)
    await execute(sharedContext, DELETE_CODE, [id])
  }

  /**
   * Counts a guess, then compares it, then consumes the code if it was right. The count is committed before the
   * comparison: nothing that fails later takes it back, and a consumed code stays consumed.
   *
   * @example (await service.attempt({ id, subject: "cus_1", purpose, destination, code: "482917" })) === "accepted"
   */
  @InjectManager()
  async attempt(
    input: AttemptInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AttemptOutcome> {
    const { id, subject, purpose } = input
    const failures = failureBucket(this.options_.limits, input, this.keyOf_)
    const [counted]: {
      code_hash: string
      destination_hash: string
      taken_at: string | null
    }[] = await execute(sharedContext, COUNT_ATTEMPT, [
      id,
      subject,
      purpose,
      JSON.stringify(failures),
    ])
    if (!counted) {
      return await this.refusal_(input, sharedContext)
    }
    if (failures.length && !counted.taken_at) {
      return "attempts_exceeded"
    }
    const rightCode = sameHash(counted.code_hash, this.hashCode_(input))
    const rightDestination = sameHash(
      counted.destination_hash,
      this.hashDestination(input.destination)
    )
    if (!rightCode || !rightDestination) {
      return "invalid"
    }
    const consumed = await execute(sharedContext, CONSUME, [
      id,
      counted.taken_at ?? "infinity",
      failures[0]?.key ?? "",
    ])
    return consumed.length
      ? "accepted"
      : await this.refusal_(input, sharedContext)
  }

  protected async refusal_(
    { id, subject, purpose }: AttemptInput,
    sharedContext: Context
  ): Promise<AttemptOutcome> {
    const [state]: { used: boolean; exhausted: boolean }[] = await execute(
      sharedContext,
      STATE_OF_CODE,
      [id, subject, purpose]
    )
    if (state?.used) {
      return "used"
    }
    return state?.exhausted ? "attempts_exceeded" : "expired"
  }

  /**
   * The keyed hash by which a destination is stored and compared.
   *
   * @example service.hashDestination("+12133734253")
   */
  hashDestination(destination: string): string {
    return mac(this.keys_.destination, destination)
  }

  /**
   * Signs the token that accompanies a code.
   *
   * @example service.signToken({ jti: challenge.id, purpose: challenge.purpose, customer_id }, challenge.expires_at)
   */
  signToken(claims: OtpTokenClaims, expiresAt: string): string {
    return this.token_.sign(claims, expiresAt)
  }

  /**
   * Reads a token for one of these purposes.
   *
   * @returns its claims; `undefined` if it is forged, foreign or for another purpose
   * @example service.readToken(token, ["email_verification"])?.customer_id
   */
  readToken<Purpose extends OtpPurpose>(
    token: string,
    purposes: readonly Purpose[]
  ): ClaimsOf<Purpose> | undefined {
    const claims = this.token_.read(token)
    const wanted: readonly string[] = purposes
    return claims && wanted.includes(claims.purpose)
      ? (claims as ClaimsOf<Purpose>)
      : undefined
  }

  /**
   * Deletes the codes of a subject that are still live.
   *
   * @example await service.voidCodes("cus_1", ["contact_change"])
   */
  @InjectManager()
  async voidCodes(
    subject: string,
    purposes: readonly OtpPurpose[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, DELETE_LIVE_CODES, [
      subject,
      JSON.stringify(purposes),
    ])
  }

  /**
   * Takes a key once in a period, for things that must not happen twice.
   *
   * @returns whether it was free
   * @example await service.takeOnce("reset-token", digest, 900)
   */
  @InjectTransactionManager()
  async takeOnce(
    kind: string,
    value: string,
    seconds: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const key = this.keyOf_("once", kind, value)
    const once = { key, max: 1, seconds, shared: false }
    try {
      await takeLimits(sharedContext, [once])
      return true
    } catch (error) {
      if (error instanceof LimitReached) {
        return false
      }
      throw error
    }
  }

  /**
   * Deletes one batch of codes that expired more than a day ago, and of limits that hold nothing back any more.
   *
   * @param limit rows of each table at the most
   * @returns how many of each it deleted
   * @example await service.purge(1000)
   */
  @InjectManager()
  async purge(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ codes: number; limits: number }> {
    const codes = await execute(sharedContext, PURGE_CODES, [limit])
    const limits = await execute(sharedContext, PURGE_LIMITS, [limit])
    return { codes: codes.length, limits: limits.length }
  }

  protected readonly keyOf_ = (...parts: string[]): string =>
    mac(this.keys_.limit, ...parts)

  // Bound to all that the code is for: it is right for nothing else.
  protected hashCode_(input: AttemptInput): string {
    const { purpose, id, subject, destination, code } = input
    return mac(
      this.keys_.code,
      purpose,
      id,
      subject,
      destination,
      normalizeCode(code)
    )
  }
}

function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, "hex"), Buffer.from(b, "hex"))
}

export default OtpVerificationModuleService
