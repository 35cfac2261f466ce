import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { CONSUME_UNDO } from "../../medusa/customer-table"
import { execute, executeOne } from "../../sql"
import { ContactProofs } from "./contact-proofs"
import type { ContactUndo, UndoState } from "./types"
import { FIND_UNDO, PURGE_UNDOS, type UndoLinks } from "./undo-links"

/** The part of the module that says which contact changes may be undone. */
export abstract class ContactUndos extends ContactProofs {
  protected abstract readonly undoLinks_: UndoLinks

  /**
   * Lets a contact change be undone for some hours.
   *
   * @param undo what it puts back
   * @returns the token of the link
   * @example const token = await service.issueUndo({ customer_id: "cus_1", contact: "phone", value, verified: true }, 72)
   */
  @InjectManager()
  async issueUndo(
    undo: Omit<ContactUndo, "id">,
    hours: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string> {
    return await this.undoLinks_.issue(sharedContext, undo, hours)
  }

  /**
   * What a link undoes, be it used or expired.
   *
   * @returns `undefined` for a token of no link
   * @example const undo = await service.findUndo(token)
   */
  @InjectManager()
  async findUndo(
    token: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ContactUndo | undefined> {
    return await this.undoLinks_.find(sharedContext, token)
  }

  /**
   * Whether a link still may be used.
   *
   * @returns `undefined` if there is none of this id
   * @example if ((await service.retrieveUndoState(undo.id)) === "open") { … }
   */
  @InjectManager()
  async retrieveUndoState(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<UndoState | undefined> {
    return (await executeOne(sharedContext, FIND_UNDO, { id }))?.state
  }

  /**
   * Uses a link up, and those of all later changes of the same contact.
   *
   * @returns whether it did; not if it is used already, or if the customer has not got the contact that it puts back
   * @example await service.consumeUndo(undo)
   */
  @InjectManager()
  async consumeUndo(
    { id, value }: Pick<ContactUndo, "id" | "value">,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const used = await execute(sharedContext, CONSUME_UNDO, { id, value })
    return used.length > 0
  }

  /**
   * Deletes one batch of links that have expired.
   *
   * @returns how many it deleted
   * @example await service.purgeUndos(1000)
   */
  @InjectManager()
  async purgeUndos(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return (await execute(sharedContext, PURGE_UNDOS, { limit })).length
  }
}
