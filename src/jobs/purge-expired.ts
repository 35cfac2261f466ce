import type { MedusaContainer } from "@medusajs/framework/types"
import { purgeExpired } from "../workflows/internal"

/** Deletes expired codes, limits and reservations. */
export default async function purgeExpiredJob(
  container: MedusaContainer
): Promise<void> {
  await purgeExpired(container)
}

export const config = {
  name: "customer-registration-purge-expired",
  schedule: "17 * * * *",
}
