import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import {
  DROP_PENDING,
  KEEP_APART,
  NAMERS,
  PURGE_PENDING,
} from "../../medusa/contact-holders"
import { execute, executeOne } from "../../sql"
import CustomerVerification from "./models/customer-verification"

/** The part of the module that knows who has named a contact that they have not proven. */
export class NamedContacts extends MedusaService({ CustomerVerification }) {
  /**
   * Keeps the e-mail of a customer who is about to be created apart, if Medusa's table has it for an account that has
   * only named it. Whoever proves it first has it.
   *
   * @returns whether it did
   * @example await service.keepApart({ customer_id: "cus_1", email: "jane@example.com" })
   */
  @InjectManager()
  async keepApart(
    named: { customer_id: string; email: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return Boolean(await executeOne(sharedContext, KEEP_APART, named))
  }

  /**
   * Ends what a customer has pending.
   *
   * @example await service.dropPending("cus_1")
   */
  @InjectManager()
  async dropPending(
    customerId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const dropped = { customer_ids: [customerId], email: null }
    await execute(sharedContext, DROP_PENDING, dropped)
  }

  /**
   * Which of these customers have an account that has merely named its e-mail.
   *
   * @param required whether the store asks for verification: without, whoever logs in with the e-mail has it
   * @example await service.findNamers(["cus_1"], true)
   */
  @InjectManager()
  async findNamers(
    ids: string[],
    required: boolean,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    const rows = await execute(sharedContext, NAMERS, { ids, required })
    return rows.map(({ id }) => id)
  }

  /**
   * Deletes one batch of pending e-mails whose customer never came to be, or is gone.
   *
   * @returns how many it deleted
   * @example await service.purgePending(1000)
   */
  @InjectManager()
  async purgePending(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return (await execute(sharedContext, PURGE_PENDING, { limit })).length
  }
}
