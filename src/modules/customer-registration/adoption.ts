import type { Context } from "@medusajs/framework/types"
import { MARK_VERIFIED, NORMALIZE_PHONES } from "../../medusa/existing-accounts"
import type { Contact } from "../../options"
import { execute } from "../../sql"

/** A contact of an account from before the plugin that may count as verified. */
export type Adoptable = {
  id: string
  /** As it was read; if it has changed since, it is left alone. */
  stored: string
  /** In its normal form. */
  value: string
}

/** Marks contacts as verified, phones in their normal form, in the open transaction. */
export async function adopt(
  context: Context,
  contact: Contact,
  adoptable: Adoptable[]
): Promise<string[]> {
  const ids = adoptable.map(({ id }) => id)
  const stored = adoptable.map((one) => one.stored)
  const values = adoptable.map(({ value }) => value)
  if (contact === "phone") {
    // Before the flag, which the change of a phone drops.
    await execute(context, NORMALIZE_PHONES, { ids, stored, values })
  }
  // E-mails stay as they are spelt: a login may be stored like that.
  const marked = await execute(context, MARK_VERIFIED[contact], {
    ids,
    values: contact === "phone" ? values : stored,
  })
  return marked.map(({ id }) => id)
}
