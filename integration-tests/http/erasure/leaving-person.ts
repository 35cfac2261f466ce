import { randomUUID } from "node:crypto"
import { confirmedRequest } from "../../helpers/account-deletion"
import { changeContact } from "../../helpers/change-contact"
import { tablesWith } from "../../helpers/dump"
import {
  freshEmail,
  freshPhone,
  messageTo,
  verifiedCustomer,
  verifyContact,
} from "../../helpers/fixtures"
import { askForRecovery } from "../../helpers/new-password"
import { buy, Purchase } from "../../helpers/purchase"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

/** A customer whose account is about to be erased, and what a search finds of them. */
export type LeavingPerson = {
  id: string
  token: string
  email: string
  phone: string
  /** What a search must not find, and where it was before. */
  needles: Record<string, string>
  before: Record<string, string[]>
  request: { id: string }
  purchase: Purchase
  guest: string
}

/** Names that stand nowhere by chance. */
const word = (prefix: string) => `${prefix}${randomUUID().slice(0, 8)}`

/** A customer with something in every corner of the store, whose deletion is confirmed. */
export async function leavingPerson(store: Store): Promise<LeavingPerson> {
  const oldEmail = freshEmail()
  const email = `${word("ada.")}@example.com`
  const phone = freshPhone()
  const needles = {
    email,
    "old e-mail": oldEmail,
    phone,
    "first name": word("Ada"),
    "last name": word("Lovelace"),
    company: word("Engines"),
    street: word("Analytical Street "),
    metadata: word("likes-"),
    reason: word("moving to "),
  }
  const address = {
    first_name: needles["first name"],
    last_name: needles["last name"],
    address_1: needles.street,
    city: "London",
    country_code: "gb",
    phone,
  }
  const account = await verifiedCustomer(store, {
    email: oldEmail,
    phone,
    profile: {
      first_name: needles["first name"],
      last_name: needles["last name"],
      company_name: needles.company,
      metadata: { hobby: needles.metadata },
    },
  })
  const { id } = account.customer
  const changed = await changeContact(store, account.token, { email })
  const token = (changed.body.token ?? account.token) as string
  const current = { ...account, email, token }
  await verifyContact(store, current, "phone_verification")
  await store.api("POST", "/store/customers/me/addresses", {
    token,
    body: address,
  })
  const purchase = await buy(store, { customer_id: id, email, address })
  const guest = await insertCustomer(store, {
    email: email.toUpperCase(),
    has_account: false,
  })
  await askForRecovery(store, { email })
  await messageTo(store, email, 3)

  const request = await confirmedRequest(store, current)
  await store.db.query(
    "update account_deletion_request set reason = $1 where id = $2",
    [needles.reason, request.id]
  )
  const before: Record<string, string[]> = {}
  for (const [what, needle] of Object.entries(needles)) {
    before[what] = await tablesWith(store, [needle])
  }
  return { id, token, email, phone, needles, before, request, purchase, guest }
}
