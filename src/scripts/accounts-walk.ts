import type { Logger } from "@medusajs/framework/types"
import { parseKnownContact, type PhoneRules } from "../contact"
import type {
  CustomerRegistrationModuleService,
  ExistingAccount,
} from "../modules/customer-registration"
import { CONTACTS, type Contact } from "../options"

const BATCH = 1000

/** Contacts that more than one account has, in their normal form. */
export type Shared = Record<Contact, Set<string>>

/** Goes through all accounts of a store, batch by batch in the order of their ids, and says how far it is. */
export class AccountsWalk {
  private total_?: number

  constructor(
    private readonly registration_: CustomerRegistrationModuleService,
    private readonly logger_: Logger,
    private readonly phone_: PhoneRules | undefined
  ) {}

  /**
   * Finds the contacts that several accounts have, whatever their spelling. It keeps all contacts in memory, about 100 MB
   * for a million accounts.
   */
  async findShared(): Promise<Shared> {
    const seen: Shared = { email: new Set(), phone: new Set() }
    const shared: Shared = { email: new Set(), phone: new Set() }
    for await (const accounts of this.batches("read")) {
      for (const contact of CONTACTS) {
        for (const account of accounts) {
          const stored = account[contact]
          const { value } = parseKnownContact(contact, stored, this.phone_)
          if (value !== undefined) {
            const kept = seen[contact].has(value) ? shared : seen
            kept[contact].add(value)
          }
        }
      }
    }
    return shared
  }

  /** @param word what is being done to the accounts, for the log */
  async *batches(word: string): AsyncGenerator<ExistingAccount[]> {
    let after = ""
    let count = 0
    for (;;) {
      const accounts = await this.registration_.listAccounts(after, BATCH)
      const last = accounts.at(-1)
      if (!last) {
        this.total_ = count
        return
      }
      yield accounts
      after = last.id
      count += accounts.length
      const of = this.total_ === undefined ? "" : ` of ${this.total_}`
      this.logger_.info(
        `customer-registration: ${word} ${count}${of} accounts, up to ${after}`
      )
    }
  }
}
