import { countSent, readCounts, sum } from "./counted"
import { CONTACTS, type Model } from "./model"
import { LIMITS } from "./modes"
import { readRecords } from "./records"
import type { World } from "./world"

/**
 * What holds after every step, whatever it was and whatever came of it.
 *
 * @param wrote whether more may have been written than counts
 */
export async function checkInvariants(
  model: Model,
  world: World,
  wrote: boolean
): Promise<void> {
  await Promise.all([
    ...(wrote ? [expectOwners(model, world), expectTokens(model, world)] : []),
    expectCodes(model, world),
    expectCounts(model, world),
  ])
}

/** One proven contact is one account's, no flag is without its value, and each is whose the model says. */
async function expectOwners(model: Model, world: World): Promise<void> {
  const records = await readRecords(world.store, model)
  const proven = Object.fromEntries(
    records.map((record) => [
      record.id,
      Object.fromEntries(
        CONTACTS.filter((contact) => record[`${contact}_verified`]).map(
          (contact) => [contact, record[contact]]
        )
      ),
    ])
  )
  const owned = model.accounts.map(({ id, proven }) => [id, proven])
  expect({ proven }).toEqual({ proven: Object.fromEntries(owned) })
  const values = Object.values(proven).flatMap((own) => Object.values(own))
  expect(values).toEqual([...new Set(values)])
  expect(values).not.toContain(null)
}

/** Nobody's token opens another's account: a login opens its own while it lasts, a registration opens none. */
async function expectTokens(model: Model, world: World): Promise<void> {
  const opened = (headers: Record<string, string>) =>
    world.store.api("GET", "/store/customers/me", { headers })
  await Promise.all([
    ...model.sessions.map(async ({ headers, account, alive, holder }) => {
      const { status, body } = await opened(headers)
      const whose = { login: account.id, holder, alive }
      const opens = status === 200 ? body.customer.id : status
      expect({ ...whose, opens }).toEqual({
        ...whose,
        opens: alive ? account.id : 401,
      })
    }),
    ...model.registrations.map(async ({ token }) => {
      const { status } = await opened({ authorization: `Bearer ${token}` })
      expect({ registration: status }).toEqual({ registration: 401 })
    }),
  ])
}

/** Each code is live, used or gone, with as many guesses as were made. */
async function expectCodes(model: Model, { store }: World): Promise<void> {
  const ids = model.codes.map(({ id }) => id)
  const { rows } = await store.db.query<{
    id: string
    attempts: number
    used: boolean
  }>(
    "select id, attempts, consumed_at is not null as used from otp_verification where id = any($1)",
    [ids]
  )
  const stored = rows.map(({ id, attempts, used }) => [id, { attempts, used }])
  const expected = model.codes
    .filter(({ state }) => state !== "gone")
    .map(({ id, attempts, state }) => [
      id,
      { attempts, used: state === "used" },
    ])
  expect({ codes: Object.fromEntries(stored) }).toEqual({
    codes: Object.fromEntries(expected),
  })
}

/** Everything is counted once, and nothing beyond its limit. */
async function expectCounts(model: Model, world: World): Promise<void> {
  countSent(world, model)
  const counted = await readCounts(world.store, model)
  for (const contact of model.allContacts) {
    const of = { contact }
    const sent = counted.sent(contact)
    const requested = counted.requested(contact)
    const wrongLogins = counted.wrongLogins(contact)
    expect({
      ...of,
      sent: sum(sent),
      requested: sum(requested),
      wrongLogins,
    }).toEqual({
      ...of,
      sent: model.sent.get(contact),
      requested: model.requested.get(contact),
      wrongLogins: model.wrongLogins.get(contact),
    })
    const most = Math.max(...sent, ...requested)
    expect(most).toBeLessThanOrEqual(LIMITS.per_destination_hour)
    expect(wrongLogins).toBeLessThanOrEqual(LIMITS.logins_per_day)
  }
  for (const name of model.failures.names) {
    const of = { of: name }
    const failures = counted.failures(name)
    const expected = model.failures.get(name)
    expect({ ...of, failures }).toEqual({ ...of, failures: expected })
    expect(failures).toBeLessThanOrEqual(LIMITS.failures_per_day)
  }
}
