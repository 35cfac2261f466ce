import { insertConfirmedRequest, requestIn } from "../../helpers/deletion-rows"
import { freshPhone, registerCustomer } from "../../helpers/fixtures"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"

const OURS = "job-customer-registration-"

/** The jobs as Medusa knows them, not the functions that they call. */
export function registeredJobs(store: Store) {
  const runJob = async (name: string) => {
    const path = `/store/jobs/${OURS}${name}`
    const { status, body } = await store.api("POST", path)
    expect({ status, body }).toEqual({ status: 200, body: { errors: [] } })
  }

  it("are registered with their schedules", async () => {
    const { body } = await store.api("GET", "/store/jobs")
    const ours = Object.entries(body.jobs).filter(([id]) => id.startsWith(OURS))
    expect(Object.fromEntries(ours)).toEqual({
      [`${OURS}execute-due-deletions`]: "* * * * *",
      [`${OURS}purge-expired`]: "17 * * * *",
      [`${OURS}erase-never-verified`]: "41 3 * * *",
    })
  })

  it("execute due deletions every minute", async () => {
    const { customer } = await registerCustomer(store, { phone: freshPhone() })
    await insertConfirmedRequest(store, customer.id, {
      next_attempt_at: new Date(),
    })
    await runJob("execute-due-deletions")
    await requestIn(store, customer.id, "completed")
    expect((await customerRow(store, customer.id))?.email).toBeNull()
  })

  it("purge expired rows every hour", async () => {
    await store.db.query(
      `insert into contact_reservation (key, holder, expires_at)
       values ('left behind', '', now() - interval '1 second')`
    )
    await runJob("purge-expired")
    const { rows } = await store.db.query(
      "select 1 from contact_reservation where key = 'left behind'"
    )
    expect(rows).toEqual([])
  })

  it("erase accounts that were never verified every day", async () => {
    const { customer } = await registerCustomer(store, { phone: freshPhone() })
    await store.db.query(
      "update customer set created_at = now() - interval '31 days' where id = $1",
      [customer.id]
    )
    await runJob("erase-never-verified")
    expect((await customerRow(store, customer.id))?.email).toBeNull()
  })
}
