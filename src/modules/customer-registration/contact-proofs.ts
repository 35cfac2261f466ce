import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { PluginError } from "../../errors"
import {
  LOCK_HOLDERS,
  NAMERS,
  STORE_CONTACTS,
  DROP_PENDING,
  KEEP_APART,
  PURGE_PENDING,
  RESTORE_PENDING,
} from "../../medusa/contact-holders"
import { CONTACTS_OF, SET_FLAG } from "../../medusa/customer-table"
import { execute, executeOne } from "../../sql"
import CustomerVerification from "./models/customer-verification"
import type { ContactOf, ContactProof, Proof } from "./types"

/** The part of the module that says whose contact it is. */
export class ContactProofs extends MedusaService({ CustomerVerification }) {
  /**
   * Stores a contact that a customer has proven, in its normal form, with its flag, and takes it off everybody who had
   * only named it: all or nothing. Proven by the same customer before, it changes nothing.
   *
   * @returns what changed, for `undoProof`; nothing if the customer does not have the contact any more
   * @throws PluginError `contact_taken` if another account has proven it
   * @example await service.prove({ customer_id: "cus_1", contact: "phone", value: "+12133734253" })
   */
  @InjectTransactionManager()
  async prove(
    { customer_id, contact, value, stored }: ContactProof,
    @MedusaContext() sharedContext: Context = {}
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
    const proof = { customer_id, contact, value, former, others, pending }
    await refusingTaken(() => giveContact(sharedContext, proof))
    return proof
  }

  /**
   * Takes a proof back, and gives everybody what they had.
   *
   * @example await service.undoProof(proof)
   */
  @InjectTransactionManager()
  async undoProof(
    { contact, former, others, pending }: Proof,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    for (const { id, value, verified } of [...former, ...others]) {
      const customers = [{ id, value }]
      await execute(sharedContext, STORE_CONTACTS[contact], { customers })
      if (value !== null) {
        const flag = { id, value, verified }
        await execute(sharedContext, SET_FLAG[contact], flag)
      }
    }
    await execute(sharedContext, RESTORE_PENDING, { pending })
  }

  /**
   * Sets or drops a flag, if the customer still has the value that it is about.
   *
   * @returns whether the flag changed
   * @throws PluginError `contact_taken` if another account has proven it
   * @example await service.setVerified({ customer_id: "cus_1", contact: "phone", value: "+12133734253" }, true)
   */
  @InjectManager()
  async setVerified(
    { customer_id, contact, value }: ContactOf,
    verified: boolean,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const flag = { id: customer_id, value, verified }
    const changed = await refusingTaken(() =>
      execute(sharedContext, SET_FLAG[contact], flag)
    )
    return changed.length > 0
  }

  /**
   * Keeps the e-mail of a customer who is about to be created apart, if Medusa's table has it for an account that has
   * only named it. Whoever proves it first has it.
   *
   * @returns whether it did
   * @example await service.keepApart({ customer_id: "cus_1", email: "jane@example.com" })
   */
  @InjectTransactionManager()
  async keepApart(
    named: { customer_id: string; email: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    if (await executeOne(sharedContext, KEEP_APART, named)) {
      return true
    }
    await this.dropPending(named.customer_id, sharedContext)
    return false
  }

  /**
   * Ends what a customer has pending.
   *
   * @example await service.dropPending("cus_1")
   */
  @InjectManager()
  async dropPending(
    customerId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    const dropped = { customer_ids: [customerId], email: null }
    await execute(sharedContext, DROP_PENDING, dropped)
  }

  /**
   * Which of these customers have an account that has merely named its e-mail.
   *
   * @param required whether the store asks for verification: without, whoever logs in with the e-mail has it
   * @example await service.findNamers(["cus_1"], true)
   */
  @InjectManager()
  async findNamers(
    ids: string[],
    required: boolean,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    const rows = await execute(sharedContext, NAMERS, { ids, required })
    return rows.map(({ id }) => id)
  }

  /**
   * Deletes one batch of pending e-mails whose customer never came to be, or is gone.
   *
   * @returns how many it deleted
   * @example await service.purgePending(1000)
   */
  @InjectManager()
  async purgePending(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    return (await execute(sharedContext, PURGE_PENDING, { limit })).length
  }
}

async function giveContact(
  context: Context,
  { customer_id: id, contact, value, former, others }: Proof
): Promise<void> {
  const emptied = others.map((other) => ({ id: other.id, value: null }))
  // One after the other: Medusa's table takes an e-mail once.
  for (const customers of [emptied, [{ id, value }]]) {
    await execute(context, STORE_CONTACTS[contact], { customers })
  }
  const flag = { id, value, verified: true }
  const [set] = await execute(context, SET_FLAG[contact], flag)
  if (!set && !former.some((own) => own.verified && own.value === value)) {
    // A trigger of the store's made another contact of it.
    throw new PluginError("otp_invalid")
  }
}

const UNIQUE_VIOLATION = "23505"

async function refusingTaken<Result>(
  work: () => Promise<Result>
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const { code } = Object(error) as { code?: unknown }
    throw code === UNIQUE_VIOLATION ? new PluginError("contact_taken") : error
  }
}
