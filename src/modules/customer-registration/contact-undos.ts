import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { deriveKey, mac } from "../../keys"
import { LOCK_HOLDERS, STORE_CONTACTS } from "../../medusa/contact-holders"
import { CONSUME_UNDO } from "../../medusa/customer-table"
import type { Contact } from "../../options"
import { execute, executeOne, statement } from "../../sql"
import { ContactProofs } from "./contact-proofs"
import type { ContactOf, ContactUndo, OldContact, UndoState } from "./types"

type Id = { id: string }
type Row = Id & { customer_id: string; contact: Contact; sealed: string }

/** Stores what a link undoes. */
export const STORE_UNDO = statement<Row & { hours: number }>(
  `INSERT INTO "contact_change_undo" ("id", "customer_id", "contact", "sealed", "expires_at")
  VALUES (:id, :customer_id, :contact, :sealed, now() + :hours * interval '1 hour')`
)

/** What a link undoes, and whether it still may. */
export const FIND_UNDO = statement<Id, Row & { state: UndoState }>(
  `SELECT "id", "customer_id", "contact", "sealed",
    CASE WHEN "used_at" IS NOT NULL THEN 'used' WHEN "expires_at" <= now() THEN 'expired' ELSE 'open' END AS "state"
  FROM "contact_change_undo" WHERE "id" = :id`
)

/** Deletes the links of customers. */
export const ERASE_UNDOS = statement<{ customer_ids: string[] }>(
  `DELETE FROM "contact_change_undo"
  WHERE "customer_id" = ANY(:customer_ids::text[])`
)

/** Deletes a batch of links that expired more than a day ago. */
export const PURGE_UNDOS = statement<{ limit: number }, Id>(
  `DELETE FROM "contact_change_undo" WHERE "id" = ANY(ARRAY(
    SELECT "id" FROM "contact_change_undo" WHERE "expires_at" < now() - interval '1 day'
    ORDER BY "expires_at" LIMIT :limit FOR UPDATE SKIP LOCKED
  )) RETURNING "id"`
)

/** 128 bits: 22 characters in a link, which has to fit into one text message. */
const TOKEN_BYTES = 16
const CIPHER = "aes-256-gcm"
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * The links by which an old contact undoes a change. A link holds a random token; the database holds a keyed hash of it,
 * and the old contact encrypted under a key made of it.
 */
export class UndoLinks {
  private readonly key: Buffer

  /** @param secret of the server */
  constructor(secret: string) {
    this.key = deriveKey(secret, "undo")
  }

  /** Stores an undo, and makes the token of its link. */
  async issue(
    context: Context,
    { customer_id, contact, ...old }: Omit<ContactUndo, "id">,
    hours: number
  ): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString("base64url")
    const row = { id: this.idOf(token), customer_id, contact }
    const sealed = this.seal(token, row, JSON.stringify(old))
    await execute(context, STORE_UNDO, { ...row, sealed, hours })
    return token
  }

  /** What the link with a token undoes; nothing for a token of no link. */
  async find(
    context: Context,
    token: string
  ): Promise<ContactUndo | undefined> {
    const row = await executeOne(context, FIND_UNDO, { id: this.idOf(token) })
    if (!row) {
      return undefined
    }
    const { id, customer_id, contact } = row
    const old = JSON.parse(this.open(token, row)) as OldContact
    return { id, customer_id, contact, ...old }
  }

  private idOf(token: string): string {
    return mac(this.key, "id", token)
  }

  private keyOf(token: string): Buffer {
    return Buffer.from(mac(this.key, "value", token), "hex")
  }

  private seal(token: string, row: Omit<Row, "sealed">, text: string): string {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, this.keyOf(token), nonce)
    cipher.setAAD(boundTo(row))
    const sealed = [cipher.update(text, "utf8"), cipher.final()]
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString(
      "base64url"
    )
  }

  private open(token: string, { sealed, ...row }: Row): string {
    const bytes = Buffer.from(sealed, "base64url")
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
    const decipher = createDecipheriv(CIPHER, this.keyOf(token), nonce)
    decipher.setAAD(boundTo(row)).setAuthTag(tag)
    const text = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return decipher.update(text, undefined, "utf8") + decipher.final("utf8")
  }
}

// A row's value opens in this row alone.
function boundTo({ id, customer_id, contact }: Omit<Row, "sealed">): Buffer {
  return Buffer.from(`${id} ${customer_id} ${contact}`)
}

type FormerContact = Omit<ContactOf, "value"> & Pick<OldContact, "value">

/** The part of the module that says which contact changes may be undone. */
export abstract class ContactUndos extends ContactProofs {
  protected abstract readonly undoLinks_: UndoLinks

  /**
   * Lets a contact change be undone for some hours.
   *
   * @param undo what it puts back
   * @returns the token of the link
   * @example const token = await service.issueUndo({ customer_id: "cus_1", contact: "phone", value, verified: true, logs_in: true }, 72)
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
   * Puts an unproven contact back, or none if another account has it by now.
   *
   * @param former the contact in its normal form; none if the change had added it
   * @returns what the customer has now
   * @example await service.putUnprovenBack({ customer_id: "cus_1", contact: "phone", value: "+12133734253" })
   */
  @InjectTransactionManager()
  async putUnprovenBack(
    { customer_id: id, contact, value: former }: FormerContact,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string | null> {
    const holders =
      former === null
        ? []
        : await execute(sharedContext, LOCK_HOLDERS[contact], {
            id,
            value: former,
          })
    const value = holders.some((holder) => holder.id !== id) ? null : former
    const stored = { ids: [id], value }
    await execute(sharedContext, STORE_CONTACTS[contact], stored)
    return value
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
