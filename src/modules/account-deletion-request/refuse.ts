import { MedusaError } from "@medusajs/framework/utils"

/**
 * Stands in for what Medusa generates, which would go past the guards of a request's life.
 *
 * @throws MedusaError `not_allowed`
 * @example override updateAccountDeletionRequests = refuse
 */
export async function refuse(): Promise<never> {
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "A request is opened, confirmed, cancelled and completed, not written or deleted: use the module's own methods."
  )
}
