import type { ConfigModule, Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { unicodeSpelling } from "../../contact"
import { refuseGenerated } from "../../errors"
import { deriveKey, lastingSecret } from "../../keys"
import { ACCOUNT_WITH } from "../../medusa/contact-holders"
import { hideNamers } from "../../medusa/customer-lookup"
import {
  CONTACTS_OF,
  CUSTOMER_OF,
  profileOf,
  REVOKE_SESSIONS,
  SESSION_OF,
  VALID_FROM_OF_IDENTITY,
} from "../../medusa/customer-table"
import { PROVIDERS } from "../../medusa/logins"
import {
  DROP_OTHER_PASSWORDS,
  type PasswordSwap,
  SWAP_PASSWORDS,
} from "../../medusa/passwords"
import type { StoreMessages } from "../../notifications"
import { parseOptions, type Contact, type PluginOptions } from "../../options"
import { execute, executeOne, inTransaction } from "../../sql"
import { UndoLinks } from "./contact-undos"
import { ContactReservations } from "./reservations"
import { setupChecks, type SetupCheck } from "./setup-checks"
import type {
  ContactAccount,
  CustomerContacts,
  CustomerProfile,
  CustomerSession,
} from "./types"

const refuse = refuseGenerated(
  "Verification flags live on the customer: create or delete customers with Medusa's customer module."
)

type Dependencies = { configModule: ConfigModule; messages: StoreMessages }

/**
 * Holds the plugin's options, the verification flags on Medusa's customer table, short reservations of contacts, and which
 * contact changes may be undone.
 */
class CustomerRegistrationModuleService extends ContactReservations {
  protected readonly options_: PluginOptions
  protected readonly messages_: StoreMessages
  protected readonly configModule_: ConfigModule
  protected readonly reservationKey_: Buffer
  protected readonly undoLinks_: UndoLinks

  constructor({ configModule, messages }: Dependencies, options: unknown) {
    super(...arguments)
    const { http } = configModule.projectConfig
    this.options_ = parseOptions(options, { storeCors: http.storeCors })
    this.messages_ = messages
    this.configModule_ = configModule
    const secret = lastingSecret(http)
    this.reservationKey_ = deriveKey(secret, "reservation")
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
   * The languages and the templates of the store's messages, as they were read at boot.
   *
   * @example container.resolve("customerRegistration").getMessages().languages.tags // ["en", "de", ...]
   */
  getMessages(): StoreMessages {
    return this.messages_
  }

  /**
   * What the options need of the store, and what is wrong with it: what the boot checks.
   *
   * @example container.resolve("customerRegistration").checkSetup().filter(({ level }) => level === "error")
   */
  checkSetup(): SetupCheck[] {
    return setupChecks(this.options_, this.configModule_)
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
    return row && profileOf(row)
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
   * A customer's contacts, and from when on their login tokens count, in one statement.
   *
   * @returns without contacts if the customer is gone
   * @example const { valid_from = 0 } = await service.retrieveSession("cus_1")
   */
  @InjectManager()
  async retrieveSession(
    customerId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CustomerSession> {
    const row = await executeOne(sharedContext, SESSION_OF, { id: customerId })
    const { valid_from, ...contacts } = row ?? { id: null }
    return {
      valid_from: valid_from ?? undefined,
      contacts: contacts.id ? (contacts as CustomerContacts) : undefined,
    }
  }

  /**
   * From when on the login tokens of an auth identity's customer count.
   *
   * @returns epoch seconds; `undefined` if all count, and for an identity without a customer
   * @example await service.retrieveValidFrom("authid_1")
   */
  @InjectManager()
  async retrieveValidFrom(
    authIdentityId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number | undefined> {
    const row = await executeOne(sharedContext, VALID_FROM_OF_IDENTITY, {
      id: authIdentityId,
    })
    return row?.valid_from
  }

  /**
   * Voids every login token and session that a customer has so far.
   *
   * @param iat of the login token that asks for it: if it is void already, nothing happens
   * @returns the `iat` that a valid token has at least, in epoch seconds; `undefined` if nothing happened
   * @example const valid_from = await service.revokeSessions("cus_1")
   */
  @InjectManager()
  async revokeSessions(
    customerId: string,
    iat?: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number | undefined> {
    const now = Math.floor(Date.now() / 1000)
    const revoked = await executeOne(sharedContext, REVOKE_SESSIONS, {
      id: customerId,
      now,
      iat: iat ?? null,
    })
    return revoked?.valid_from
  }

  /**
   * Replaces password hashes, all or none. Another login of the same auth identities loses its password.
   *
   * @returns whether it did; not if one is not stored any more
   * @example await service.swapPasswords([{ id: "provid_1", hash: old, next }])
   */
  @InjectManager()
  async swapPasswords(
    swaps: PasswordSwap[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const ids = swaps.map(({ id }) => id)
    return await inTransaction(sharedContext, async (context) => {
      const swapped = await execute(context, SWAP_PASSWORDS, {
        ids,
        hashes: swaps.map(({ hash }) => hash),
        next: swaps.map(({ next }) => next),
      })
      if (swapped.length) {
        const providers = Object.values(PROVIDERS)
        await execute(context, DROP_OTHER_PASSWORDS, { ids, providers })
      }
      return swapped.length > 0
    })
  }

  // The table is Medusa's: these would create, delete or restore customers.
  override createCustomerVerifications = refuse
  override deleteCustomerVerifications = refuse
  override softDeleteCustomerVerifications = refuse
  override restoreCustomerVerifications = refuse
}

export default CustomerRegistrationModuleService
