import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { DROP_PENDING } from "../../medusa/contact-holders"
import {
  ACCOUNTS_AFTER,
  ERASE_ADDRESSES,
  ERASE_CUSTOMERS,
  MARK_VERIFIED,
  NEVER_VERIFIED,
  NORMALIZE_PHONES,
  PERSON_OF,
} from "../../medusa/customer-records"
import type { Contact } from "../../options"
import { execute } from "../../sql"
import { ContactUndos, ERASE_UNDOS } from "./contact-undos"
import type {
  Adoptable,
  CustomerContacts,
  ExistingAccount,
  NeverVerifiedInput,
} from "./types"

/** The part of the module that adopts the accounts that a store has already, and erases the people who leave it. */
export abstract class CustomerRecords extends ContactUndos {
  /**
   * Accounts in the order of their ids, for a run over all of them.
   *
   * @param after the last id of the batch before
   * @example await service.listAccounts("", 1000)
   */
  @InjectManager()
  async listAccounts(
    after: string,
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ExistingAccount[]> {
    return await execute(sharedContext, ACCOUNTS_AFTER, { after, limit })
  }

  /**
   * Marks contacts of existing accounts as verified, all or none; phones are stored in their normal form.
   *
   * @returns the ids of those whose contact is marked now: one that has changed, or that another account has verified, is not
   * @example await service.adopt("phone", [{ id: "cus_1", stored: "(213) 373-4253", value: "+12133734253" }])
   */
  @InjectTransactionManager()
  async adopt(
    contact: Contact,
    adoptable: Adoptable[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    const ids = adoptable.map(({ id }) => id)
    const stored = adoptable.map((one) => one.stored)
    const values = adoptable.map(({ value }) => value)
    if (contact === "phone") {
      // Before the flag, which the change of a phone drops.
      await execute(sharedContext, NORMALIZE_PHONES, { ids, stored, values })
    }
    // E-mails stay as they are spelt: a login may be stored like that.
    const marked = await execute(sharedContext, MARK_VERIFIED[contact], {
      ids,
      values: contact === "phone" ? values : stored,
    })
    return marked.map(({ id }) => id)
  }

  /**
   * The rows of one person: their account, deleted or not, and the guests that ordered with its verified e-mail.
   *
   * @returns the account first; nothing for an id that never was
   * @example (await service.findPerson("cus_1")).map(({ id }) => id)
   */
  @InjectManager()
  async findPerson(
    customerId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CustomerContacts[]> {
    return await execute(sharedContext, PERSON_OF, { id: customerId })
  }

  /**
   * Empties and soft-deletes customers and their addresses, and deletes their undo links, all or none. The ids stay, for the orders that name them.
   *
   * @example await service.erase(["cus_1"])
   */
  @InjectTransactionManager()
  async erase(
    customerIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const erased = { customer_ids: customerIds }
    await execute(sharedContext, ERASE_UNDOS, erased)
    await execute(sharedContext, DROP_PENDING, { ...erased, email: null })
    await execute(sharedContext, ERASE_ADDRESSES, erased)
    await execute(sharedContext, ERASE_CUSTOMERS, erased)
  }

  /**
   * Accounts that are older than some days and never verified a contact.
   *
   * @param after the last id of the batch before
   * @example await service.findNeverVerified({ days: 90, after: "", limit: 100 })
   */
  @InjectManager()
  async findNeverVerified(
    input: NeverVerifiedInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    const rows = await execute(sharedContext, NEVER_VERIFIED, input)
    return rows.map(({ id }) => id)
  }
}
