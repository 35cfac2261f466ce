import { askToStay } from "../../helpers/account-deletion"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import {
  decodeJwt,
  freshEmail,
  freshPhone,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { HttpResponse } from "../../helpers/http"
import { askForRecovery } from "../../helpers/new-password"
import { Store } from "../../helpers/store"

/** All that an answer shows but for what is random in it or the moment it was made. */
function shape({ status, headers, body }: HttpResponse) {
  const { token, expires_at, ...rest } = body
  const claims = decodeJwt(token)
  return {
    status,
    headers: Object.keys(headers).sort(),
    length: headers["content-length"],
    rest,
    expires: typeof expires_at,
    header: token.split(".")[0],
    claims: Object.entries(claims).map(([name, value]) => [name, typeof value]),
    lengths: token.split(".").map((part: string) => part.length),
    // The two are rounded apart.
    lifetime: Math.round((Number(claims.exp) - Number(claims.iat)) / 60),
    aud: claims.aud,
    purpose: claims.purpose,
  }
}

const ASKED = [
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
        const expected = shape(
          await ask(store, { [contact]: stranger[contact] })
        )
        expect(expected.status).toBe(200)
        for (const other of others) {
          const answer = await ask(store, { [contact]: other[contact] })
          expect(shape(answer)).toEqual(expected)
        }
      }
    }
  )
}
