import { freshEmail } from "../../helpers/fixtures"
import { CustomerRow, insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

/** A customer straight into the table, with an e-mail unless told otherwise. */
export async function newCustomer(
  store: Store,
  columns: Partial<Omit<CustomerRow, "email">> = {}
) {
  const row = { email: freshEmail(), ...columns }
  return { ...row, id: await insertCustomer(store, row) }
}
