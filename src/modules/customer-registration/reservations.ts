import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { mac } from "../../keys"
import { execute, inTransaction, statement, type SqlContext } from "../../sql"
import { CustomerRecords } from "./customer-records"

/** Seconds after which a reservation of a crashed registration is free again. */
const SECONDS = 60

/** Reserves each key that nobody else has, and returns those. */
export const RESERVE = statement<
  { holder: string; seconds: number; keys: string[] },
  { key: string }
>(
  `INSERT INTO "contact_reservation" AS current ("key", "holder", "expires_at")
  SELECT "key", :holder, now() + :seconds * interval '1 second'
  FROM unnest(:keys::text[]) AS "key" ORDER BY "key"
  ON CONFLICT ("key") DO UPDATE SET "holder" = excluded."holder", "expires_at" = excluded."expires_at"
  WHERE current."expires_at" <= now()
  RETURNING "key"`
)

/** Ends a holder's reservations. */
export const RELEASE = statement<{ holder: string }>(
  `DELETE FROM "contact_reservation" WHERE "holder" = :holder`
)

/** Deletes a batch of reservations that have expired. */
export const PURGE_RESERVATIONS = statement<{ limit: number }, { key: string }>(
  `DELETE FROM "contact_reservation" WHERE "key" = ANY(ARRAY(
    SELECT "key" FROM "contact_reservation" WHERE "expires_at" < now()
    ORDER BY "expires_at" LIMIT :limit FOR UPDATE SKIP LOCKED
  )) RETURNING "key"`
)

/** The part of the module that reserves contacts for a moment; they are kept as keyed hashes. */
export abstract class ContactReservations extends CustomerRecords {
  protected abstract readonly reservationKey_: Buffer

  /**
   * Reserves all of these values for a minute, or none: between the check that a contact is free and its claim
   * nobody else gets in, on whichever server.
   *
   * @returns the holder for `release`; `undefined` if somebody else has one of them
   * @example const holder = await service.reserve(["+12133734253"])
   */
  @InjectManager()
  async reserve(
    values: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string | undefined> {
    const reservation = this.reservationOf([...new Set(values)], SECONDS)
    const { holder, keys } = reservation
    return await inTransaction(sharedContext, async (context) => {
      const reserved = await execute(context, RESERVE, reservation)
      if (reserved.length === keys.length) {
        return holder
      }
      await execute(context, RELEASE, { holder })
      return undefined
    })
  }

  /**
   * Reserves a contact until a transaction ends: whoever wants it meanwhile waits for that.
   *
   * @returns whether it did; not if somebody else has it reserved
   * @example await inTransaction(container, (context) => service.reserveWithin("+12133734253", context))
   */
  async reserveWithin(value: string, context: SqlContext): Promise<boolean> {
    // Over by the time that anybody else sees it.
    const reservation = this.reservationOf([value], 0)
    return (await execute(context, RESERVE, reservation)).length > 0
  }

  private reservationOf(values: string[], seconds: number) {
    const holder = generateEntityId(undefined, "cresv")
    const keys = values.map((value) => mac(this.reservationKey_, value))
    return { holder, seconds, keys }
  }

  /**
   * Ends a reservation.
   *
   * @example await service.release(holder)
   */
  @InjectManager()
  async release(
    holder: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, RELEASE, { holder })
  }

  /**
   * Deletes one batch of reservations that have expired.
   *
   * @returns how many it deleted
   * @example await service.purge(1000)
   */
  @InjectManager()
  async purge(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return (await execute(sharedContext, PURGE_RESERVATIONS, { limit })).length
  }
}
