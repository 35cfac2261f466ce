import type { ExecArgs } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "zod"
import { CUSTOMER_REGISTRATION_MODULE } from "../modules/customer-registration"
import { CONTACTS, type Contact } from "../options"
import { AccountsWalk } from "./accounts-walk"
import { LeftContacts, sortContacts } from "./sort-contacts"
import { parseWords } from "./words"

const argsSchema = z.object({
  apply: z.boolean().default(false),
  before: z.coerce
    .date("before: expected a date such as 2026-01-31")
    .optional(),
  contacts: z
    .string()
    .default(CONTACTS.join(","))
    .transform((list) => list.split(","))
    .pipe(z.array(z.enum(CONTACTS, "contacts: expected email, phone or both")))
    .transform((contacts) => [...new Set(contacts)]),
  report: z.string().default("adopt-customers.csv"),
})

/**
 * Marks the contacts of the accounts that a store has already as verified, so that the plugin locks nobody out. Without
 * `apply` it writes nothing but the report. It may be stopped and run again at any time: what is done stays done.
 *
 * @example npx medusa exec ./node_modules/customer-registration/.medusa/server/src/scripts/adopt-customers.js apply before=2026-01-31
 */
export default async function adoptCustomers({
  container,
  args,
}: ExecArgs): Promise<void> {
  const { apply, before, contacts, report } = readArgs(args)
  const registration = container.resolve(CUSTOMER_REGISTRATION_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { phone } = registration.getOptions()
  const walk = new AccountsWalk(registration, logger, phone)
  const shared = await walk.findShared()
  const left = await LeftContacts.open(report)
  const done: Record<Contact, number> = { email: 0, phone: 0 }
  for await (const accounts of walk.batches("checked")) {
    for (const contact of contacts) {
      const sorted = sortContacts(accounts, contact, { before, phone, shared })
      const marked = apply
        ? await registration.adopt(contact, sorted.adoptable)
        : sorted.adoptable.map(({ id }) => id)
      done[contact] += marked.length
      const ids = new Set(marked)
      const changed = sorted.adoptable.filter(({ id }) => !ids.has(id))
      await left.add(contact, [
        ...sorted.left,
        ...changed.map(({ id }) => ({ id, reason: "changed" as const })),
      ])
    }
  }
  await left.close()
  logger.info(
    `customer-registration: ${apply ? "marked" : "would mark"} ${done.email} e-mails and ${done.phone} phones as verified, left ${left.count}: see ${report}.${apply ? "" : " Nothing was written; add the word apply to write."}`
  )
}

function readArgs(args: string[]): z.output<typeof argsSchema> {
  const values = parseWords(args, {
    apply: "boolean",
    before: "string",
    contacts: "string",
    report: "string",
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
