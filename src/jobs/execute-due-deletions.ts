import type { MedusaContainer } from "@medusajs/framework/types"
import { executeDueDeletions } from "../workflows/internal"

/** Erases the accounts whose grace period is over. */
export default async function executeDueDeletionsJob(
  container: MedusaContainer
): Promise<void> {
  await executeDueDeletions(container)
}

export const config = {
  name: "customer-registration-execute-due-deletions",
  schedule: "* * * * *",
}
