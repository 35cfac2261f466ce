import type { ConfigModule, Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { refuseGenerated } from "../../errors"
import { secretText } from "../../keys"
import { parseOptions, type PluginOptions } from "../../options"
import { execute } from "../../sql"
import { attemptCode } from "./codes/attempt-code"
import { isCode, OtpHashes } from "./codes/code"
import { issueCode } from "./codes/issue-code"
import { forgetPerson, purgeBatch, revokeCode } from "./codes/remove-codes"
import { bucketsOfDelivery, failureBucket } from "./limits/buckets"
import {
  consumeLimits,
  consumeOneTimeKey,
  orThrottled,
  withinLimits,
} from "./limits/consume-limits"
import OtpVerification from "./models/otp-verification"
import { DELETE_CODE, DELETE_LIVE_CODES } from "./statements"
import type {
  AttemptInput,
  AttemptOutcome,
  Challenge,
  IssueInput,
  IssueOutcome,
  MessageLimits,
} from "./types"

type InjectedDependencies = { configModule: ConfigModule }

const refuse = refuseGenerated("Codes are issued and attempted, not written.")

/**
 * Issues one-time codes, counts guesses at them and consumes them. It knows no customer: a code belongs to an opaque
 * subject, has a purpose and went to a destination. Every count is one statement of PostgreSQL, by its clock.
 */
class OtpVerificationModuleService extends MedusaService({ OtpVerification }) {
  protected readonly options_: PluginOptions
  protected readonly hashes_: OtpHashes

  constructor({ configModule }: InjectedDependencies, options: unknown) {
    super(...arguments)
    const { http } = configModule.projectConfig
    this.options_ = parseOptions(options, { storeCors: http.storeCors })
    this.hashes_ = new OtpHashes(secretText(http.jwtSecret))
  }

  /**
   * Issues a code in place of the live one of the same subject and purpose, if every limit allows it.
   *
   * @returns the code, for delivery only, with the challenge; or the seconds to wait
   * @example const issued = await service.issue({ subject: "id_1", purpose: "phone_verification", destination: "+12133734253", channel: "sms", text_message: true, resend_seconds: 60 })
   */
  @InjectManager()
  async issue(
    input: IssueInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<IssueOutcome> {
    const issue = (context: Context) =>
      issueCode(context, this.hashes_, this.options_, input)
    return await orThrottled(sharedContext, () =>
      this.inTransaction_(issue, sharedContext)
    )
  }

  /**
   * Consumes the limits of a message whose code was issued anonymously.
   *
   * @returns whether it may go out; if not, nothing was consumed
   * @example await service.takeDelivery({ destination: "+12133734253", text_message: true })
   */
  @InjectManager()
  async takeDelivery(
    message: MessageLimits,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const { limits } = this.options_
    const buckets = bucketsOfDelivery(limits, message, this.hashes_.limit)
    const consume = (context: Context) => consumeLimits(context, buckets)
    return await withinLimits(() => this.inTransaction_(consume, sharedContext))
  }

  /** All that an act does, or nothing of it if it throws. */
  @InjectTransactionManager()
  protected async inTransaction_<T>(
    act: (context: Context) => Promise<T>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<T> {
    return await act(sharedContext)
  }

  /**
   * Voids a code that was delivered; the limits it consumed stay consumed.
   *
   * @example await service.voidCode(challenge)
   */
  @InjectManager()
  async voidCode(
    { id }: Pick<Challenge, "id">,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, DELETE_CODE, { id })
  }

  /**
   * Voids a code that was not delivered and gives back the limits it consumed, once.
   *
   * @example await service.revoke(challenge)
   */
  @InjectTransactionManager()
  async revoke(
    challenge: Pick<Challenge, "id" | "limits">,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await revokeCode(sharedContext, challenge)
  }

  /**
   * Counts a guess, then compares it, then consumes the code if it was right. The count is committed before the
   * comparison: nothing that fails later takes it back, and a consumed code stays consumed. What cannot be a code of
   * this store is a typing error and no guess: it is invalid, and nothing is counted or written.
   *
   * @example (await service.attempt({ id, subject: "id_1", purpose, destination, code: "482917" })) === "accepted"
   */
  @InjectManager()
  async attempt(
    input: AttemptInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AttemptOutcome> {
    if (!isCode(input.code, this.options_)) {
      return "invalid"
    }
    const { limits } = this.options_
    const failures = failureBucket(limits, input, this.hashes_.limit)
    return await attemptCode(sharedContext, this.hashes_, failures, input)
  }

  /**
   * The keyed hash by which a destination is stored and compared.
   *
   * @example service.hashDestination("+12133734253")
   */
  hashDestination(destination: string): string {
    return this.hashes_.destination(destination)
  }

  /**
   * Deletes the codes of a subject that are still live.
   *
   * @example await service.voidCodes("id_1", ["contact_change"])
   */
  @InjectManager()
  async voidCodes(
    subject: string,
    purposes: readonly string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, DELETE_LIVE_CODES, { subject, purposes })
  }

  /**
   * Deletes every code and limit of a person.
   *
   * @param subjects the ids that codes were issued to
   * @param destinations where codes went, in the normal form; what was issued to them anonymously goes too
   * @param purposes everything that codes are issued for: the keyed hashes of limits cannot be read back
   * @example await service.forget(["id_1"], ["+12133734253"], ["phone_verification"])
   */
  @InjectTransactionManager()
  async forget(
    subjects: string[],
    destinations: string[],
    purposes: readonly string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await forgetPerson(sharedContext, this.hashes_, {
      subjects,
      destinations,
      purposes,
    })
  }

  /**
   * Consumes a one-time key, whatever it stands for: of all servers that ask for the same kind and value, one in a
   * period gets it. It is kept as a keyed hash, as the limits are.
   *
   * @param kind what the key is for; keys of two kinds are never the same
   * @returns whether it was free
   * @example await service.consumeOneTimeKey("token", digest, 900)
   */
  @InjectManager()
  async consumeOneTimeKey(
    kind: string,
    value: string,
    seconds: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const key = this.hashes_.limit("once", kind, value)
    return await consumeOneTimeKey(sharedContext, key, seconds)
  }

  /**
   * Deletes one batch of codes that expired more than a day ago, and of limits that nothing counts for any more.
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
    return await purgeBatch(sharedContext, limit)
  }

  override createOtpVerifications = refuse
  override updateOtpVerifications = refuse
  override deleteOtpVerifications = refuse
  override softDeleteOtpVerifications = refuse
  override restoreOtpVerifications = refuse
}

export default OtpVerificationModuleService
