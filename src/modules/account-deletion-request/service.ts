import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { refuseGenerated } from "../../errors"
import { execute, executeOne } from "../../sql"
import { RequestLists } from "./request-pages"
import * as sql from "./statements"
import type {
  AccountDeletionRequest,
  CancelledRequest,
  ClaimedRequest,
  OpenedRequest,
  Opening,
} from "./types"

const refuse = refuseGenerated("Requests are opened and moved, not written.")

/**
 * The life of requests to delete an account. Every step of it is one guarded statement, by the database's clock: of
 * two that race, one gets the row and the other nothing.
 */
class AccountDeletionRequestModuleService extends RequestLists {
  /**
   * Opens a customer's request, or finds the pending one; `undefined` if it is confirmed already.
   *
   * @example const request = await service.open("cus_1", "I moved away")
   */
  @InjectManager()
  async open(
    customer_id: string,
    reason: string | null = null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<OpenedRequest | undefined> {
    const id = generateEntityId(undefined, "accdel")
    const request = { id, customer_id, reason }
    return await executeOne(sharedContext, sql.OPEN, request)
  }

  /**
   * Takes an opening back, as if it had never been, unless something has happened to the request since.
   *
   * @example await service.close(opened)
   */
  @InjectManager()
  async close(
    opening: Opening,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await (opening.created
      ? execute(sharedContext, sql.CLOSE, opening)
      : execute(sharedContext, sql.RESTORE_REASON, opening))
  }

  /**
   * A request, whatever its status; `undefined` if there is none with this id.
   *
   * @example (await service.findById(id))?.status
   */
  @InjectManager()
  async findById(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    return await executeOne(sharedContext, sql.BY_ID, { id })
  }

  /**
   * The request of a customer that is neither completed nor cancelled.
   *
   * @example (await service.findOpen("cus_1"))?.scheduled_at
   */
  @InjectManager()
  async findOpen(
    customer_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    return await executeOne(sharedContext, sql.OPEN_OF, { customer_id })
  }

  /**
   * Confirms a customer's pending request; `undefined` if none is pending.
   *
   * @param days until it is due
   * @example const { scheduled_at } = await service.confirm("cus_1", 7)
   */
  @InjectManager()
  async confirm(
    customer_id: string,
    days: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    return await executeOne(sharedContext, sql.CONFIRM, { customer_id, days })
  }

  /**
   * Takes a confirmation back, unless the execution has begun.
   *
   * @example await service.unconfirm(request.id)
   */
  @InjectManager()
  async unconfirm(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, sql.UNCONFIRM, { id })
  }

  /**
   * Cancels a request whose execution has not begun; `undefined` if it is over, or too late.
   *
   * @example const cancelled = await service.cancel(request.id)
   */
  @InjectManager()
  async cancel(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    return await executeOne(sharedContext, sql.CANCEL, { id })
  }

  /**
   * Takes a cancellation back, unless the customer has opened another request.
   *
   * @example await service.uncancel(request.id)
   */
  @InjectManager()
  async uncancel(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, sql.UNCANCEL, { id })
  }

  /**
   * Claims a batch of requests that are due and that no other worker has claimed, for ten minutes. Each can be cancelled
   * until its execution begins.
   *
   * @example const claimed = await service.claimDue(20)
   */
  @InjectManager()
  async claimDue(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ClaimedRequest[]> {
    return await execute(sharedContext, sql.CLAIM_DUE, { limit })
  }

  /**
   * Claims one confirmed request, due or not; `undefined` if it is not confirmed, or another worker has claimed it.
   *
   * @example const claimed = await service.claim(request.id)
   */
  @InjectManager()
  async claim(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ClaimedRequest | undefined> {
    return await executeOne(sharedContext, sql.CLAIM_ONE, { id })
  }

  /**
   * Begins the execution of a claimed request, after which nothing cancels it, and claims it for ten more minutes.
   *
   * @returns `false` if it was cancelled meanwhile, or another worker has overtaken this one
   * @example if (await service.begin(claimed)) { … }
   */
  @InjectManager()
  async begin(
    claimed: ClaimedRequest,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return Boolean(await executeOne(sharedContext, sql.BEGIN, claimed))
  }

  /**
   * Completes a claimed request, and forgets its reason: customers write of themselves there.
   *
   * @returns `undefined` if another worker has overtaken this one
   * @example await service.complete(claimed)
   */
  @InjectManager()
  async complete(
    claimed: ClaimedRequest,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    return await executeOne(sharedContext, sql.COMPLETE, claimed)
  }

  /**
   * Records that the execution of a claimed request failed, and when to try again: in 1 minute, 2, 4 … up to a day.
   *
   * @param failure what failed, in words that name no contact
   * @returns `false` if another worker has overtaken this one
   * @example await service.fail(claimed, "erase-identities: Error")
   */
  @InjectManager()
  async fail(
    claimed: ClaimedRequest,
    failure: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const failed = { ...claimed, failure }
    return Boolean(await executeOne(sharedContext, sql.FAIL, failed))
  }

  /**
   * Empties the reasons of all requests of customers who are being erased, and cancels and returns those that wait
   * for a code: nobody is there to type it. A confirmed one stays for whoever executes it.
   *
   * @example await service.forget(["cus_1"])
   */
  @InjectManager()
  async forget(
    customer_ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CancelledRequest[]> {
    return await execute(sharedContext, sql.FORGET, { customer_ids })
  }

  override createAccountDeletionRequests = refuse
  override updateAccountDeletionRequests = refuse
  override deleteAccountDeletionRequests = refuse
  override softDeleteAccountDeletionRequests = refuse
  override restoreAccountDeletionRequests = refuse
}

export default AccountDeletionRequestModuleService
