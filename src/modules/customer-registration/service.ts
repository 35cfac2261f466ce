import type { ConfigModule, Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { unicodeSpelling } from "../../contact"
import { refuseGenerated } from "../../errors"
import { secretText } from "../../keys"
import { ACCOUNT_WITH, DROP_PENDING } from "../../medusa/contact-holders"
import { hideNamers } from "../../medusa/customer-lookup"
import {
  CONTACTS_OF,
  CUSTOMER_OF,
  ERASE_ADDRESSES,
  ERASE_CUSTOMERS,
  NEVER_VERIFIED,
  PERSON_OF,
} from "../../medusa/customer-table"
import { ACCOUNTS_AFTER } from "../../medusa/existing-accounts"
import type { Template } from "../../notifications"
import { parseOptions, type Contact, type PluginOptions } from "../../options"
import { execute, executeOne } from "../../sql"
import { adopt, type Adoptable } from "./adoption"
import { ContactUndos } from "./contact-undos"
import { Reservations } from "./reservations"
import type {
  ContactAccount,
  CustomerContacts,
  CustomerProfile,
  ExistingAccount,
  NeverVerifiedInput,
  Templates,
} from "./types"
import { ERASE_UNDOS, UndoLinks } from "./undo-links"

const refuse = refuseGenerated(
  "Verification flags live on the customer: create or delete customers with Medusa's customer module."
)

type Dependencies = { configModule: ConfigModule; templates: Templates }

/**
 * Holds the plugin's options, the verification flags on Medusa's customer table, short reservations of contacts, and which
 * contact changes may be undone.
 */
class CustomerRegistrationModuleService extends ContactUndos {
  protected readonly options_: PluginOptions
  protected readonly templates_: Templates
  protected readonly reservations_: Reservations
  protected readonly undoLinks_: UndoLinks

  constructor({ configModule, templates }: Dependencies, options: unknown) {
    super(...arguments)
    const { http } = configModule.projectConfig
    this.options_ = parseOptions(options, { storeCors: http.storeCors })
    this.templates_ = templates
    const secret = secretText(http.jwtSecret)
    this.reservations_ = new Reservations(secret)
    this.undoLinks_ = new UndoLinks(secret)
    const { require_verification } = this.options_.registration
    hideNamers((ids) => this.findNamers(ids, require_verification))
  }

  /**
   * The plugin's options with every default filled in.
   *
   * @example container.resolve("customerRegistration").getOptions().otpLength // 6
   */
  getOptions(): PluginOptions {
    return this.options_
  }

  /**
   * The template that a block of the options names, as it was read at boot.
   *
   * @example container.resolve("customerRegistration").getTemplate("email_verification").kind // "default"
   */
  getTemplate(block: keyof Templates): Template {
    return this.templates_[block]
  }

  /**
   * A customer's contacts and flags, in one statement.
   *
   * @returns `undefined` if there is no such customer
   * @example (await service.retrieveContacts("cus_1"))?.phone_verified
   */
  @InjectManager()
  async retrieveContacts(
    customerId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CustomerContacts | undefined> {
    return await executeOne(sharedContext, CONTACTS_OF, { id: customerId })
  }

  /**
   * A customer with contacts, flags and profile, in one statement.
   *
   * @returns `undefined` if there is no such customer
   * @example (await service.retrieveCustomer("cus_1"))?.first_name
   */
  @InjectManager()
  async retrieveCustomer(
    customerId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CustomerProfile | undefined> {
    const row = await executeOne(sharedContext, CUSTOMER_OF, { id: customerId })
    if (!row || row.pending_email) {
      return row
    }
    const { pending_email: _none, ...profile } = row
    return profile
  }

  /**
   * Finds the account that this contact stands for, in whatever letter case an old e-mail was stored: that which has
   * proven it, else that which logs in with it. One that has merely named it is none.
   *
   * @param value in its normal form: E.164, or lower-case
   * @returns its contacts as they are stored
   * @example (await service.findAccount("phone", "+12133734253"))?.id
   */
  @InjectManager()
  async findAccount(
    contact: Contact,
    value: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ContactAccount | undefined> {
    const find = (value: string) =>
      executeOne(sharedContext, ACCOUNT_WITH[contact], { value })
    // An account from before the plugin may have an international domain as it was typed.
    const other = contact === "email" ? unicodeSpelling(value) : undefined
    return (await find(value)) ?? (other ? await find(other) : undefined)
  }

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
    return await adopt(sharedContext, contact, adoptable)
  }

  /**
   * Reserves all of these values for a minute, or none: between the check that a contact is free and its claim
   * nobody else gets in, on whichever server.
   *
   * @returns the holder for `release`; `undefined` if somebody else has one of them
   * @example const holder = await service.reserve(["+12133734253"])
   */
  @InjectTransactionManager()
  async reserve(
    values: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string | undefined> {
    return await this.reservations_.reserve(sharedContext, values)
  }

  /**
   * Ends a reservation.
   *
   * @example await service.release(holder)
   */
  @InjectManager()
  async release(
    holder: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await this.reservations_.release(sharedContext, holder)
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

  /**
   * Deletes one batch of reservations that have expired.
   *
   * @returns how many it deleted
   * @example await service.purge(1000)
   */
  @InjectManager()
  async purge(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return await this.reservations_.purge(sharedContext, limit)
  }

  // The table is Medusa's: these would create, delete or restore customers.
  override createCustomerVerifications = refuse
  override deleteCustomerVerifications = refuse
  override softDeleteCustomerVerifications = refuse
  override restoreCustomerVerifications = refuse
}

export default CustomerRegistrationModuleService
