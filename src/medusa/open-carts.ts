import { execute, statement, type Executor } from "../sql"

/** A cart that got another e-mail, with the one that it had. */
export type MovedCart = { id: string; email: string | null }

type Move = { customer_id: string; from: string | null; to: string | null }

/**
 * Gives the open carts of a customer that carry an e-mail, or none, another one. One that is completed meanwhile stays: PostgreSQL
 * looks at a row again once it has its lock.
 */
export const MOVE_OPEN_CARTS = statement<Move, MovedCart>(
  `WITH carrying AS (
    SELECT "id", "email" FROM "cart"
    WHERE "customer_id" = :customer_id AND "completed_at" IS NULL AND "deleted_at" IS NULL
      AND ("email" IS NULL OR lower("email") = lower(:from::text))
    ORDER BY "id" FOR UPDATE
  )
  UPDATE "cart" SET "email" = :to, "updated_at" = now()
  FROM carrying WHERE "cart"."id" = carrying."id"
  RETURNING "cart"."id", carrying."email"`
)

/** Undoes `MOVE_OPEN_CARTS`, but for carts that are completed or got another e-mail since. */
export const RESTORE_OPEN_CARTS = statement<{
  ids: string[]
  emails: (string | null)[]
  left: string | null
}>(
  `UPDATE "cart" SET "email" = given."email", "updated_at" = now()
  FROM unnest(:ids::text[], :emails::text[]) AS given("id", "email")
  WHERE "cart"."id" = ANY(:ids::text[]) AND "cart"."id" = given."id"
    AND "cart"."email" IS NOT DISTINCT FROM :left::text AND "cart"."completed_at" IS NULL`
)

/**
 * Lets the open carts of a customer follow a change of their e-mail. A cart for which another e-mail was typed keeps that.
 *
 * @param executor a transaction that it belongs to, or the container
 * @returns the carts as they were
 * @example await moveOpenCarts(context, { customer_id: "cus_1", from: "old@example.com", to: "new@example.com" })
 */
export async function moveOpenCarts(
  executor: Executor,
  move: Move
): Promise<MovedCart[]> {
  return await execute(executor, MOVE_OPEN_CARTS, move)
}

/**
 * Gives carts the e-mail back that `moveOpenCarts` took.
 *
 * @param left the e-mail that they have got instead
 * @example await restoreOpenCarts(container, carts, "new@example.com")
 */
export async function restoreOpenCarts(
  executor: Executor,
  carts: MovedCart[],
  left: string | null
): Promise<void> {
  if (carts.length) {
    const ids = carts.map(({ id }) => id)
    const emails = carts.map(({ email }) => email)
    await execute(executor, RESTORE_OPEN_CARTS, { ids, emails, left })
  }
}
