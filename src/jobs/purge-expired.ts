import type { MedusaContainer } from "@medusajs/framework/types"
import { purgeExpired } from "../workflows/internal"

/** Deletes codes, limits and reservations that are of no more use. */
export default async function purgeExpiredJob(
  container: MedusaContainer
): Promise<void> {
  await purgeExpired(container)
}

export const config = {
  name: "customer-registration-purge-expired",
  schedule: "17 * * * *",
}
