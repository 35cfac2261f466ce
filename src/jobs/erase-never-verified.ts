import type { MedusaContainer } from "@medusajs/framework/types"
import { eraseNeverVerified } from "../workflows/internal"

/** Erases accounts that were never verified, if the store has set after how many days. */
export default async function eraseNeverVerifiedJob(
  container: MedusaContainer
): Promise<void> {
  await eraseNeverVerified(container)
}

export const config = {
  name: "customer-registration-erase-never-verified",
  schedule: "41 3 * * *",
}
