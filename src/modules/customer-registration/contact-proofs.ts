import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { PluginError } from "../../errors"
import {
  DROP_PENDING,
  LOCK_HOLDERS,
  RESTORE_CONTACT,
  RESTORE_PENDING,
  STORE_CONTACTS,
} from "../../medusa/contact-holders"
import {
  CONTACTS_OF,
  FORGET_VERIFICATION,
  HOLD_CUSTOMER,
  profileOf,
  SET_FLAG,
} from "../../medusa/customer-table"
import { refusingTaken } from "../../medusa/refusing-taken"
import { execute, executeOne, inTransaction, type SqlContext } from "../../sql"
import { NamedContacts } from "./named-contacts"
import type { ContactOf, ContactProof, CustomerProfile, Proof } from "./types"

/** The part of the module that gives a contact to who has proven it. */
export class ContactProofs extends NamedContacts {
  /**
   * Stores a contact that a customer has proven, in its normal form, with its flag, and takes it off everybody who had
   * only named it: all or nothing. Proven by the same customer before, it changes nothing.
   *
   * @returns what changed, for `undoProof`; nothing if the customer does not have the contact any more
   * @throws PluginError `contact_taken` if another account has proven it
   * @example await service.prove({ customer_id: "cus_1", contact: "phone", value: "+12133734253" })
   */
  @InjectManager()
  async prove(
    proven: ContactProof,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Proof | undefined> {
    return await inTransaction(sharedContext, (context) =>
      this.prove_(context, proven)
    )
  }

  private async prove_(
    sharedContext: SqlContext,
    { customer_id, contact, value, stored }: ContactProof
  ): Promise<Proof | undefined> {
    const holder = { id: customer_id, value }
    // Whoever has locked them may have changed them: only then they are read.
    await execute(sharedContext, LOCK_HOLDERS[contact], holder)
    const all = await execute(sharedContext, LOCK_HOLDERS[contact], holder)
    const others = all.filter(({ id }) => id !== customer_id)
    if (others.some(({ verified }) => verified)) {
      throw new PluginError("contact_taken")
    }
    const own = await executeOne(sharedContext, CONTACTS_OF, {
      id: customer_id,
    })
    if (!own || (stored !== undefined && own[contact] !== stored)) {
      return undefined
    }
    const former = all.filter(({ id }) => id === customer_id)
    const pending = await execute(sharedContext, DROP_PENDING, {
      customer_ids: contact === "email" ? [customer_id] : [],
      email: contact === "email" ? value : null,
    })
    const { ever_verified = false } = own
    const given = { customer_id, contact, value, ever_verified }
    const proof = { ...given, former, others, pending }
    await refusingTaken(() => giveContact(sharedContext, proof))
    return proof
  }

  /**
   * Keeps a customer's contacts as they are until the transaction ends.
   *
   * @example await service.hold("cus_1", context)
   */
  @InjectManager()
  async hold(
    customerId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await execute(sharedContext, HOLD_CUSTOMER, { id: customerId })
  }

  /**
   * Takes a proof back, and gives everybody what they had, unless they have got something else since.
   *
   * @example await service.undoProof(proof)
   */
  @InjectTransactionManager()
  async undoProof(
    proof: Proof,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const { customer_id, contact, value: proven, former, others } = proof
    for (const { id, value, verified } of [...former, ...others]) {
      const left = id === customer_id ? proven : null
      const restored = { id, value, left }
      await execute(sharedContext, RESTORE_CONTACT[contact], restored)
      if (value !== null) {
        const flag = { id, value, verified }
        await execute(sharedContext, SET_FLAG[contact], flag)
      }
    }
    if (!proof.ever_verified) {
      await execute(sharedContext, FORGET_VERIFICATION, { id: customer_id })
    }
    await execute(sharedContext, RESTORE_PENDING, { pending: proof.pending })
  }

  /**
   * Sets or drops a flag, if the customer still has the value that it is about.
   *
   * @returns the customer, if the flag changed
   * @throws PluginError `contact_taken` if another account has proven it
   * @example await service.setVerified({ customer_id: "cus_1", contact: "phone", value: "+12133734253" }, true)
   */
  @InjectManager()
  async setVerified(
    { customer_id, contact, value }: ContactOf,
    verified: boolean,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<CustomerProfile | undefined> {
    const flag = { id: customer_id, value, verified }
    const changed = await refusingTaken(() =>
      executeOne(sharedContext, SET_FLAG[contact], flag)
    )
    return changed && profileOf(changed)
  }
}

async function giveContact(
  context: Context,
  { customer_id: id, contact, value, former, others }: Proof
): Promise<void> {
  const emptied = { ids: others.map((other) => other.id), value: null }
  // One after the other: Medusa's table takes an e-mail once.
  for (const stored of [emptied, { ids: [id], value }]) {
    await execute(context, STORE_CONTACTS[contact], stored)
  }
  const flag = { id, value, verified: true }
  const [set] = await execute(context, SET_FLAG[contact], flag)
  if (!set && !former.some((own) => own.verified && own.value === value)) {
    // A trigger of the store's made another contact of it.
    throw new PluginError("otp_invalid")
  }
}
