import {
  awaitedEvents,
  confirmLeaving,
  leavingCode,
  leavingCustomer,
  type Leaving,
} from "../../helpers/account-deletion"
import { requestsOf } from "../../helpers/deletion-rows"
import { messagesTo } from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

/** The job runs every minute. */
const PATIENCE_MS = 100_000

type Person = { customer: Leaving; typed: { token: string; code: string } }

/** Accounts whose deletion is confirmed while Redis is there, and while it is away; the worker's job executes both. */
export function deletionsByTheJob(store: Store) {
  let before: Person
  let meanwhile: Person

  const leaving = async (): Promise<Person> => {
    const customer = await leavingCustomer(store)
    return { customer, typed: await leavingCode(store, customer) }
  }
  const confirm = ({ typed }: Person) =>
    confirmLeaving(store, typed.token, typed.code)

  return {
    begin: () =>
      beforeAll(async () => {
        before = await leaving()
        meanwhile = await leaving()
        const { status } = await confirm(before)
        expect(status).toBe(200)
      }),
    confirmMeanwhile: () => confirm(meanwhile),
    end: () =>
      it(
        "execute each confirmed deletion once, by the worker's job, be it confirmed while Redis was away",
        async () => {
          for (const { customer } of [before, meanwhile]) {
            const { id } = customer.customer
            await waitFor(
              `the deletion of ${id}`,
              async () => {
                const [{ status }] = await requestsOf(store, id)
                return status === "completed" ? true : undefined
              },
              PATIENCE_MS
            )
            expect(await awaitedEvents(store, "completed", id)).toHaveLength(1)
            const [request] = await requestsOf(store, id)
            expect(request).toMatchObject({ attempts: 1, last_error: null })
            expect(await customerRow(store, id)).toMatchObject({ email: null })
            const notices = messagesTo(store, customer.email).filter(
              ({ template }) => template.includes("completed")
            )
            expect(notices).toHaveLength(1)
          }
        },
        2 * PATIENCE_MS
      ),
  }
}
