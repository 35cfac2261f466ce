import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { refuseGenerated } from "../../errors"
import { isCode } from "../../options"
import { execute, executeOne } from "../../sql"
import {
  compareGuess,
  consumeCode,
  prepareGuess,
  type PreparedGuess,
} from "./codes/attempt-code"
import { budgetOf, budgetsOf } from "./codes/code"
import { issueCode, revokeCode } from "./codes/issue-code"
import { forgetPerson, purgeBatch } from "./codes/remove-codes"
import { failureBucket } from "./limits/buckets"
import { orThrottled } from "./limits/consume-limits"
import { LimitsService } from "./limits/limits-service"
import {
  COUNT_ATTEMPT,
  DELETE_CODE,
  DELETE_LIVE_CODES,
  type CountedAttempt,
} from "./codes/statements"
import type {
  AttemptInput,
  AttemptOutcome,
  Challenge,
  Guess,
  IssueInput,
  IssueOutcome,
  RightCode,
} from "./types"

const refuse = refuseGenerated("Codes are issued and attempted, not written.")

/**
 * Issues one-time codes, counts guesses at them and consumes them. It knows no customer: a code belongs to an opaque
 * subject, has a purpose and went to a destination. Every count is one statement of PostgreSQL, by its clock.
 */
class OtpVerificationModuleService extends LimitsService {
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
    return await orThrottled(sharedContext, async () => {
      const { shared, ...issued } = await issueCode(
        sharedContext,
        this.hashes_,
        this.options_,
        input
      )
      await this.warnOfTexts_(shared, sharedContext)
      return issued
    })
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
   * Voids a code that was not delivered and gives back the limits it consumed. To be called once for each send: its code
   * cannot tell, which a newer one may have replaced.
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
   * Counts a guess, then compares it. The count is committed before the comparison: nothing that fails later takes it
   * back. What cannot be a code of this store is a typing error and no guess: it is invalid, and nothing is counted.
   *
   * @example const guess = await service.guess({ id, subject: "id_1", purpose, destination, code: "482917" })
   */
  @InjectManager()
  async guess(
    input: AttemptInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Guess> {
    const prepared = this.prepareGuess(input)
    if (!prepared) {
      return { outcome: "invalid" }
    }
    const { columns } = prepared
    const counted = await executeOne(sharedContext, COUNT_ATTEMPT, columns)
    const { destination } = input
    return await this.compare(prepared, destination, counted, sharedContext)
  }

  /**
   * Guesses as `guess` does, and consumes the code if the guess was right: it stays consumed.
   *
   * @example (await service.attempt({ id, subject: "id_1", purpose, destination, code: "482917" })) === "accepted"
   */
  @InjectManager()
  async attempt(
    input: AttemptInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AttemptOutcome> {
    const guess = await this.guess(input, sharedContext)
    return guess.outcome === "right"
      ? await this.consume(guess.code, sharedContext)
      : guess.outcome
  }

  /**
   * Prepares a guess to be counted by `COUNTED`, for who reads something else in the same statement.
   *
   * @returns nothing for what cannot be a code of this store: it is not to be counted
   * @example const { columns } = service.prepareGuess({ id, subject: "id_1", purpose, code: "482917" }) ?? {}
   */
  prepareGuess(
    guess: Omit<AttemptInput, "destination">
  ): PreparedGuess | undefined {
    const { id, subject, own, purpose, code } = guess
    const of = { id, subject: budgetOf(subject, own), purpose }
    return isCode(code, this.options_)
      ? prepareGuess(of, code, this.failuresOf_(of))
      : undefined
  }

  /**
   * Compares a guess that was counted.
   *
   * @param prepared what `prepareGuess` answered
   * @param destination where the code must have gone
   * @param counted the row of `COUNTED`, if there is one
   * @example const guess = await service.compare(prepared, "+12133734253", counted)
   */
  @InjectManager()
  async compare(
    prepared: PreparedGuess,
    destination: string,
    counted: CountedAttempt | undefined,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Guess> {
    const guess = { ...prepared, destination, counted }
    return await compareGuess(sharedContext, this.hashes_, this.options_, guess)
  }

  /**
   * Consumes a code that was guessed right, once: of several at a time, one is accepted.
   *
   * @param code what `compare` answered
   * @example (await service.consume(guess.code)) === "accepted"
   */
  @InjectManager()
  async consume(
    code: RightCode,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AttemptOutcome> {
    return await consumeCode(sharedContext, this.failuresOf_(code), code)
  }

  private failuresOf_(code: Pick<RightCode, "subject" | "purpose">) {
    return failureBucket(this.options_.limits, code, this.hashes_.limit)
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
    const subjects = budgetsOf([subject])
    await execute(sharedContext, DELETE_LIVE_CODES, { subjects, purposes })
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
    const person = { subjects, destinations, purposes }
    await forgetPerson(sharedContext, this.hashes_, person)
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
