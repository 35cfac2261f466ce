import { freshPhone, registerCustomer } from "../../helpers/fixtures"
import { send } from "../../helpers/otp"
import { Store } from "../../helpers/store"

/** More than two batches. */
const ROWS = 2_500

export function expiredRows(store: Store) {
  const counts = async () => {
    const { rows } = await store.db.query<Record<string, number>>(
      `select (select count(*)::int from otp_verification) as codes,
         (select count(*)::int from otp_limit) as limits,
         (select count(*)::int from contact_reservation) as reservations,
         (select count(*)::int from contact_change_undo) as undos`
    )
    return rows[0]
  }

  it("deletes all expired rows in batches by two workers at once, and no other row", async () => {
    await store.api("POST", "/store/run/purge-expired")
    const { customer } = await registerCustomer(store, { phone: freshPhone() })
    await send(store, customer.id)
    const before = await counts()
    expect(before.codes).toBeGreaterThan(0)
    expect(before.limits).toBeGreaterThan(0)
    await store.db.query(
      `insert into otp_verification
         (id, subject, purpose, channel, destination_hash, code_hash, max_attempts, expires_at)
       select 'old' || nr, 'old' || nr, 'contact_change', 'email', '', '', 5, now() - interval '25 hours'
       from generate_series(1, ${ROWS}) as nr`
    )
    await store.db.query(
      `insert into otp_limit (key, max, period, expires_at)
       select 'old' || nr, 5, '1 hour', now() - interval '1 second' from generate_series(1, ${ROWS}) as nr`
    )
    await store.db.query(
      `insert into contact_reservation (key, holder, expires_at)
       select 'old' || nr, '', now() - interval '1 second' from generate_series(1, ${ROWS}) as nr`
    )
    await store.db.query(
      `insert into contact_change_undo (id, customer_id, contact, sealed, expires_at)
       select 'old' || nr, 'cus', 'phone', '', now() - interval '25 hours' from generate_series(1, ${ROWS}) as nr`
    )
    await store.db.query(
      `insert into contact_change_undo (id, customer_id, contact, sealed, expires_at)
       values ('kept', 'cus', 'phone', '', now() - interval '23 hours')`
    )
    before.undos += 1

    const runs = await Promise.all(
      [1, 2].map(() => store.api("POST", "/store/run/purge-expired"))
    )
    const sum = (kind: string) =>
      runs.reduce((all, { body }) => all + body.result[kind], 0)
    for (const kind of ["codes", "limits", "reservations", "undos"]) {
      expect({ kind, purged: sum(kind) }).toEqual({ kind, purged: ROWS })
    }
    expect(await counts()).toEqual(before)
  })
}
