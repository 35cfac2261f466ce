import { askToStay } from "../../helpers/account-deletion"
import { askForLogin } from "../../helpers/code-login"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import {
  freshEmail,
  freshPhone,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { askForRecovery } from "../../helpers/new-password"
import { shapeOf } from "../../helpers/shape-of"
import { Store } from "../../helpers/store"

const ASKED = [
  { purpose: "a login", ask: askForLogin },
  { purpose: "a recovery", ask: askForRecovery },
  { purpose: "the cancellation of a deletion", ask: askToStay },
]

/** What a stranger sees who asks with a contact. */
export function anonymousAnswers(store: Store) {
  it.each(ASKED)(
    "A request for $purpose has one shape for everybody: status, headers, length, and the token's claims and lifetime",
    async ({ ask }) => {
      const member = await verifiedCustomer(store, { phone: freshPhone() })
      const leaving = await verifiedCustomer(store, { phone: freshPhone() })
      await insertConfirmedRequest(store, leaving.customer.id)
      const gone = await verifiedCustomer(store, { phone: freshPhone() })
      await store.db.query(
        "update customer set deleted_at = now() where id = $1",
        [gone.customer.id]
      )

      const [stranger, ...others] = [
        { email: freshEmail(), phone: freshPhone() },
        member,
        leaving,
        gone,
      ]
      for (const contact of ["email", "phone"] as const) {
        const expected = shapeOf(
          await ask(store, { [contact]: stranger[contact] })
        )
        expect(expected.status).toBe(200)
        for (const other of others) {
          const answer = await ask(store, { [contact]: other[contact] })
          expect(shapeOf(answer)).toEqual(expected)
        }
      }
    }
  )
}
