import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { execute, executeOne } from "../../sql"
import { findRequests } from "./find-requests"
import AccountDeletionRequestModel from "./models/account-deletion-request"
import { refuse } from "./refuse"
import * as statements from "./statements"
import type {
  AccountDeletionRequest,
  CancelledRequest,
  ClaimedRequest,
  OpenedRequest,
  Opening,
  RequestFilters,
  RequestPage,
} from "./types"

/**
 * The life of requests to delete an account. Every step of it is one guarded statement, by the database's clock: of
 * two that race, one gets the row and the other nothing.
 */
class AccountDeletionRequestModuleService extends MedusaService({
  AccountDeletionRequest: AccountDeletionRequestModel,
}) {
  /**
   * Opens a customer's request, or finds the pending one.
   *
   * @returns `undefined` if it is confirmed already
   * @example const request = await service.open("cus_1", "I moved away")
   */
  @InjectManager()
  async open(
    customerId: string,
    reason: string | null = null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<OpenedRequest | undefined> {
    const id = generateEntityId(undefined, "accdel")
    const bindings = [id, customerId, reason]
    return await executeOne(sharedContext, statements.OPEN, bindings)
  }

  /**
   * Takes an opening back, as if nobody had asked, unless something has happened to the request since.
   *
   * @example await service.close(opened)
   */
  @InjectManager()
  async close(
    { id, created, opened_at, old_reason }: Opening,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await (created
      ? execute(sharedContext, statements.CLOSE, [id, opened_at])
      : execute(sharedContext, statements.RESTORE_REASON, [
          old_reason,
          id,
          opened_at,
        ]))
  }

  /**
   * The request of a customer that is neither completed nor cancelled.
   *
   * @example (await service.findOpen("cus_1"))?.scheduled_at
   */
  @InjectManager()
  async findOpen(
    customerId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    return await executeOne(sharedContext, statements.OPEN_OF, [customerId])
  }

  /**
   * Confirms a customer's pending request.
   *
   * @param days until it is due
   * @returns `undefined` if none is pending
   * @example const { scheduled_at } = await service.confirm("cus_1", 7)
   */
  @InjectManager()
  async confirm(
    customerId: string,
    days: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    const bindings = [days, customerId]
    return await executeOne(sharedContext, statements.CONFIRM, bindings)
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
    await execute(sharedContext, statements.UNCONFIRM, [id])
  }

  /**
   * Cancels a request whose execution has not begun.
   *
   * @returns `undefined` if it is over, or too late
   * @example const cancelled = await service.cancel(request.id)
   */
  @InjectManager()
  async cancel(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    return await executeOne(sharedContext, statements.CANCEL, [id])
  }

  /**
   * Takes a cancellation back, unless the customer has asked anew.
   *
   * @example await service.uncancel(request.id)
   */
  @InjectManager()
  async uncancel(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, statements.UNCANCEL, [id])
  }

  /**
   * Claims a batch of requests that are due and that no other worker is at, for ten minutes. Each can be cancelled
   * until its execution begins.
   *
   * @example const claimed = await service.claimDue(20)
   */
  @InjectManager()
  async claimDue(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ClaimedRequest[]> {
    return await execute(sharedContext, statements.CLAIM_DUE, [limit])
  }

  /**
   * Claims one confirmed request, due or not.
   *
   * @returns `undefined` if it is not confirmed, or a worker is at it
   * @example const claimed = await service.claim(request.id)
   */
  @InjectManager()
  async claim(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ClaimedRequest | undefined> {
    return await executeOne(sharedContext, statements.CLAIM_ONE, [id])
  }

  /**
   * Begins the execution of a claimed request, after which nothing cancels it, and holds it for ten more minutes.
   *
   * @returns `false` if it was cancelled meanwhile, or another worker has overtaken this one
   * @example if (await service.begin(claimed)) { … }
   */
  @InjectManager()
  async begin(
    { id, attempts }: ClaimedRequest,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const bindings = [id, attempts]
    return Boolean(await executeOne(sharedContext, statements.BEGIN, bindings))
  }

  /**
   * Completes a claimed request, and forgets its reason: customers write of themselves there.
   *
   * @returns `undefined` if another worker has overtaken this one
   * @example await service.complete(claimed)
   */
  @InjectManager()
  async complete(
    { id, attempts }: ClaimedRequest,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AccountDeletionRequest | undefined> {
    return await executeOne(sharedContext, statements.COMPLETE, [id, attempts])
  }

  /**
   * Records that the execution of a claimed request failed, and when to try again: in 1 minute, 2, 4 … up to a day.
   *
   * @param what failed, in words that name no contact
   * @returns `false` if another worker has overtaken this one
   * @example await service.fail(claimed, "erase-identities: Error")
   */
  @InjectManager()
  async fail(
    { id, attempts }: ClaimedRequest,
    what: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const bindings = [what, id, attempts]
    return Boolean(await executeOne(sharedContext, statements.FAIL, bindings))
  }

  /**
   * Empties the reasons of all requests of customers who are being erased, and cancels those that wait for a code:
   * nobody is there to type it. A confirmed one stays for whoever executes it.
   *
   * @returns the cancelled requests
   * @example await service.forget(["cus_1"])
   */
  @InjectManager()
  async forget(
    customerIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CancelledRequest[]> {
    const bindings = [JSON.stringify(customerIds)]
    return await execute(sharedContext, statements.FORGET, bindings)
  }

  /**
   * Finds one page of requests.
   *
   * @returns their ids in order, and how many there are on all pages
   * @example await service.find({ status: ["confirmed"] }, { order: "scheduled_at", descending: false, limit: 20, offset: 0 })
   */
  @InjectManager()
  async find(
    filters: RequestFilters,
    page: RequestPage,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ ids: string[]; count: number }> {
    return await findRequests(sharedContext, filters, page)
  }

  // A request is opened and moves by the methods above alone, and stays as the record.
  override createAccountDeletionRequests = refuse
  override updateAccountDeletionRequests = refuse
  override deleteAccountDeletionRequests = refuse
  override softDeleteAccountDeletionRequests = refuse
  override restoreAccountDeletionRequests = refuse
}

export default AccountDeletionRequestModuleService
