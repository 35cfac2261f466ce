import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { deriveKey, mac } from "../../keys"
import { execute, statement } from "../../sql"

/** Seconds after which a reservation of a crashed registration is free again. */
const SECONDS = 60

/** Reserves each key that nobody else has, and returns those. */
export const RESERVE = statement<
  { holder: string; seconds: number; keys: string[] },
  { key: string }
>(
  `INSERT INTO "contact_reservation" AS current ("key", "holder", "expires_at")
  SELECT "key", :holder, now() + :seconds * interval '1 second'
  FROM jsonb_array_elements_text(:keys::jsonb) AS "key" ORDER BY "key"
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

/** Short reservations of contacts, kept as keyed hashes. */
export class Reservations {
  private readonly key: Buffer

  /** @param secret of the server */
  constructor(secret: string) {
    this.key = deriveKey(secret, "reservation")
  }

  /**
   * Reserves all of these values, or none.
   *
   * @param context of an open transaction
   * @returns the holder; `undefined` if somebody else has one of them
   */
  async reserve(
    context: Context,
    values: string[]
  ): Promise<string | undefined> {
    const holder = generateEntityId(undefined, "cresv")
    const keys = [...new Set(values)].map((value) => mac(this.key, value))
    const reservation = { holder, seconds: SECONDS, keys }
    const reserved = await execute(context, RESERVE, reservation)
    if (reserved.length === keys.length) {
      return holder
    }
    await this.release(context, holder)
    return undefined
  }

  /** Ends a reservation. */
  async release(context: Context, holder: string): Promise<void> {
    await execute(context, RELEASE, { holder })
  }

  /** Deletes a batch of reservations that have expired, and says how many. */
  async purge(context: Context, limit: number): Promise<number> {
    return (await execute(context, PURGE_RESERVATIONS, { limit })).length
  }
}
