import { parseArgs } from "node:util"
import type { ExecArgs } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "zod"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { CONTACTS } from "../options"

const BATCH = 1000

const argsSchema = z.object({
  before: z.coerce
    .date("--before: expected a date such as 2026-01-31")
    .optional(),
  contacts: z
    .string()
    .default(CONTACTS.join(","))
    .transform((list) => list.split(","))
    .pipe(
      z.array(z.enum(CONTACTS, "--contacts: expected email, phone or both"))
    )
    .transform((contacts) => [...new Set(contacts)]),
})

/**
 * Marks the contacts of existing accounts as verified, so that a store that installs the plugin locks nobody out.
 *
 * @example npx medusa exec ./node_modules/customer-registration/.medusa/server/src/scripts/mark-customers-verified.js before=2026-01-31 contacts=email
 */
export default async function markCustomersVerified({
  container,
  args,
}: ExecArgs): Promise<void> {
  const { before, contacts } = readArgs(args)
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let total = 0
  let marked: number
  do {
    marked = await registration.markExisting({ contacts, before, limit: BATCH })
    total += marked
  } while (marked > 0)
  logger.info(
    `customer-registration: marked ${total} contacts (${contacts.join(", ")}) as verified${before ? ` of accounts created before ${before.toISOString()}` : ""}`
  )
}

// `medusa exec` keeps options for itself, so these are plain words: before=2026-01-31 contacts=email,phone
function readArgs(args: string[]): z.output<typeof argsSchema> {
  const { values } = parseArgs({
    args: args.map((arg) => `--${arg.replace(/^--/, "")}`),
    options: { before: { type: "string" }, contacts: { type: "string" } },
  })
  const { success, data, error } = argsSchema.safeParse(values)
  if (!success) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      error.issues.map((issue) => issue.message).join("; ")
    )
  }
  return data
}
