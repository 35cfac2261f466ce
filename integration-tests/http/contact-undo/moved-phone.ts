import { freshPhone } from "../../helpers/fixtures"
import { Store } from "../../helpers/store"
import { changeWithLink } from "../../helpers/undo"
import { customerByPhone } from "../contact-change/customer"

/** A customer who has moved to a new phone, and the link that the old one got. */
export async function movedPhone(store: Store) {
  const owner = await customerByPhone(store)
  const next = freshPhone()
  const moved = await changeWithLink(store, owner.token, owner.phone, {
    phone: next,
  })
  return { owner, next, ...moved }
}
