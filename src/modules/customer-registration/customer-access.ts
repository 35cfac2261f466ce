import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { SESSION_OF, VALID_FROM_OF_IDENTITY } from "../../medusa/customer-table"
import { SWAP_PASSWORDS, type PasswordSwap } from "../../medusa/passwords"
import { execute, executeOne } from "../../sql"
import CustomerVerification from "./models/customer-verification"
import { REVOKE_SESSIONS } from "./sessions"
import type { CustomerContacts, CustomerSession } from "./types"

/** The part of the module that says what lets a customer in: from when on login tokens count, and password hashes. */
export class CustomerAccess extends MedusaService({ CustomerVerification }) {
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
   * Replaces password hashes, all or none.
   *
   * @returns whether it did; not if one is not stored any more
   * @example await service.swapPasswords([{ id: "provid_1", hash: old, next }])
   */
  @InjectManager()
  async swapPasswords(
    swaps: PasswordSwap[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const all = { swaps, count: swaps.length }
    return (await execute(sharedContext, SWAP_PASSWORDS, all)).length > 0
  }
}
