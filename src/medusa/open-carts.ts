import { execute, statement, type Executor } from "../sql"

/** A cart that lost its e-mail, with the one that it had. */
export type ClearedCart = { id: string; email: string }

type Clear = { customer_id: string; from: string | null }

type OwnCart = { cart_id: string; customer_id: string }

/**
 * Takes an e-mail off the open carts of a customer that carry it. One that is completed meanwhile stays: PostgreSQL looks at a
 * row again once it has its lock.
 */
export const CLEAR_OPEN_CARTS = statement<Clear, ClearedCart>(
  `WITH carrying AS (
    SELECT "id", "email" FROM "cart"
    WHERE "customer_id" = :customer_id AND "completed_at" IS NULL AND "deleted_at" IS NULL
      AND lower("email") = lower(:from::text)
    ORDER BY "id" FOR UPDATE
  )
  UPDATE "cart" SET "email" = NULL, "updated_at" = now()
  FROM carrying WHERE "cart"."id" = carrying."id"
  RETURNING "cart"."id", carrying."email"`
)

/** Undoes `CLEAR_OPEN_CARTS`, but for carts that are completed or got another e-mail since. */
export const RESTORE_OPEN_CARTS = statement<{
  ids: string[]
  emails: string[]
}>(
  `UPDATE "cart" SET "email" = given."email", "updated_at" = now()
  FROM unnest(:ids::text[], :emails::text[]) AS given("id", "email")
  WHERE "cart"."id" = ANY(:ids::text[]) AND "cart"."id" = given."id"
    AND "cart"."email" IS NULL AND "cart"."completed_at" IS NULL`
)

/** Gives an open cart without an e-mail the one that its customer has proven. */
export const FILL_OWN_CART = statement<OwnCart>(
  `UPDATE "cart" SET "email" = owner."email", "updated_at" = now()
  FROM "customer" owner
  WHERE "cart"."id" = :cart_id AND "cart"."customer_id" = :customer_id AND owner."id" = :customer_id
    AND owner."email_verified" AND owner."deleted_at" IS NULL
    AND "cart"."email" IS NULL AND "cart"."completed_at" IS NULL AND "cart"."deleted_at" IS NULL`
)

/**
 * Takes the e-mail that a customer leaves off their open carts. They do not get the new one here: who has a cart's id reads its
 * e-mail, and Medusa makes a cart a customer's for whoever names their e-mail. `fillOwnCart` brings it.
 *
 * @param executor a transaction that it belongs to, or the container
 * @returns the carts as they were
 * @example await clearOpenCarts(context, { customer_id: "cus_1", from: "old@example.com" })
 */
export async function clearOpenCarts(
  executor: Executor,
  clear: Clear
): Promise<ClearedCart[]> {
  return await execute(executor, CLEAR_OPEN_CARTS, clear)
}

/**
 * Gives carts the e-mail back that `clearOpenCarts` took.
 *
 * @example await restoreOpenCarts(container, carts)
 */
export async function restoreOpenCarts(
  executor: Executor,
  carts: ClearedCart[]
): Promise<void> {
  if (carts.length) {
    const ids = carts.map(({ id }) => id)
    const emails = carts.map(({ email }) => email)
    await execute(executor, RESTORE_OPEN_CARTS, { ids, emails })
  }
}

/**
 * Gives a cart without an e-mail the one that its customer has proven, because that customer asks for it by their own login.
 *
 * @example await fillOwnCart(container, { cart_id: "cart_1", customer_id: "cus_1" })
 */
export async function fillOwnCart(
  executor: Executor,
  cart: OwnCart
): Promise<void> {
  await execute(executor, FILL_OWN_CART, cart)
}
