import type { ConfigModule, Context, Logger } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import {
  parseOptions,
  testContactOf,
  type PluginOptions,
} from "../../../options"
import { execute, inTransaction, type SqlContext } from "../../../sql"
import { OtpHashes } from "../codes/code"
import { resetLimits, type Traces } from "../codes/remove-codes"
import OtpVerification from "../models/otp-verification"
import { DELETE_LIMITS, GIVE_BACK, type SharedHit } from "./statements"
import type { ConsumedLimits, HitCount, MessageLimits } from "../types"
import { bucketsOfDelivery, loginBucket, loginKey, textKey } from "./buckets"
import {
  consumeLimits,
  consumeOneTimeKey,
  countHit,
  secondsUntilFree,
  withinLimits,
} from "./consume-limits"
import { type LimitKind, limitsOfPerson } from "./limits-of-person"

type InjectedDependencies = { configModule: ConfigModule; logger: Logger }

const DAY = 86_400

/** Of `limits.sms_per_day`, in per cent; the highest first, for a limit so small that one message reaches both. */
const LEVELS = [100, 80]

/** The part of the module that only counts: messages, logins and one-time keys. */
export class LimitsService extends MedusaService({ OtpVerification }) {
  protected readonly options_: PluginOptions
  protected readonly hashes_: OtpHashes
  protected readonly logger_: Logger

  constructor(
    { configModule, logger }: InjectedDependencies,
    options: unknown
  ) {
    super(...arguments)
    const { http } = configModule.projectConfig
    this.options_ = parseOptions(options, { storeCors: http.storeCors })
    this.hashes_ = new OtpHashes(http)
    this.logger_ = logger
  }

  /**
   * Consumes the limits of a message whose code was issued anonymously; a test contact has none.
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
    if (testContactOf(this.options_, message.destination)) {
      return true
    }
    const buckets = bucketsOfDelivery(limits, message, this.hashes_.limit)
    const consume = (context: SqlContext) => consumeLimits(context, buckets)
    return await withinLimits(async () => {
      const { shared } = await inTransaction(sharedContext, consume)
      await this.warnOfTexts_(shared, sharedContext)
    })
  }

  /**
   * Counts a login with a contact as a wrong password, before the password is checked; `giveBack` takes back the count
   * of a right one. Two servers that check at once never check more than the limit allows.
   *
   * @param contact in the form in which accounts are looked up
   * @returns what `giveBack` takes; or the seconds to wait
   * @example const counted = await service.countLogin("+12133734253")
   */
  @InjectManager()
  async countLogin(
    contact: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<HitCount> {
    const { limits } = this.options_
    const bucket = loginBucket(limits, contact, this.hashes_.limit)
    return await countHit(sharedContext, bucket)
  }

  /** Takes hits back. */
  @InjectManager()
  async giveBack(
    limits: ConsumedLimits,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, GIVE_BACK, limits)
  }

  /**
   * Forgets the wrong passwords for some contacts.
   *
   * @example await service.freeLogins(["+12133734253"])
   */
  @InjectManager()
  async freeLogins(
    contacts: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const keys = contacts.map((contact) =>
      loginKey(contact, this.hashes_.limit)
    )
    await execute(sharedContext, DELETE_LIMITS, { keys })
  }

  /**
   * Forgets every limit and failure count of a person; their codes stay.
   *
   * @example await service.resetLimits({ subjects: ["id_1"], destinations: ["+12133734253"], purposes })
   */
  @InjectTransactionManager()
  async resetLimits(
    traces: Traces,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await resetLimits(sharedContext, this.hashes_, traces)
  }

  /**
   * The seconds until a person is free of each kind of limit; 0 of those that do not hold them up now. Limits that they
   * share with others, of a client's IP or of the store's text messages, are none of theirs.
   *
   * @example (await service.secondsLimited({ subjects: ["id_1"], destinations: ["+12133734253"], purposes })).codes // 0
   */
  @InjectManager()
  async secondsLimited(
    traces: Traces,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Record<LimitKind, number>> {
    const { codes, wrong_codes, wrong_passwords } = limitsOfPerson(
      this.options_,
      traces,
      this.hashes_
    )
    return {
      codes: await secondsUntilFree(sharedContext, codes),
      wrong_codes: await secondsUntilFree(sharedContext, wrong_codes),
      wrong_passwords: await secondsUntilFree(sharedContext, wrong_passwords),
    }
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
   * Logs that the store's text messages are at 80 per cent, and that they are used up: of all servers one, once in the
   * 24 hours that the limit counts.
   *
   * @param shared the hits of the send, after their transaction
   */
  protected async warnOfTexts_(
    shared: SharedHit[],
    context: Context
  ): Promise<void> {
    const { limit: keyOf } = this.hashes_
    const max = this.options_.limits.sms_per_day
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
      this.logger_.warn(
        `customer-registration: ${hit.used} of ${max} text messages of limits.sms_per_day are sent` +
          (level === 100 ? `; no other one goes out until ${hit.until}` : "")
      )
    }
  }
}
