import { OtpHashes } from "../../src/modules/otp-verification/codes/code"
import { COUNTED } from "../../src/modules/otp-verification/limits/buckets"
import { Store } from "../helpers/store"
import type { Model } from "./model"
import { SECRETS } from "./modes"
import type { World } from "./world"

const hashes = new OtpHashes(SECRETS)

/** Whose guesses at anonymous codes are counted together: a contact's. */
export const subjectOfContact = hashes.destination

/** What is asked without a login is counted apart from what is sent. */
const REQUESTED = COUNTED.filter((counted) => counted.startsWith("anonymous"))
const SENT = COUNTED.filter((counted) => counted.startsWith("destination"))

/** The plugin's own counts. */
export type Counted = {
  /** Of each share of a contact's messages. */
  sent: (contact: string) => number[]
  requested: (contact: string) => number[]
  /** By the model's name, a subject and a purpose. */
  failures: (name: string) => number
  wrongLogins: (contact: string) => number
}

/** Reads the counts of everybody in a model. */
export async function readCounts(
  { db }: Store,
  model: Model
): Promise<Counted> {
  const contacts = model.allContacts
  const keys = [
    ...contacts.flatMap((contact) => [
      ...COUNTED.map((counted) => hourKey(counted, contact)),
      loginKey(contact),
    ]),
    ...model.failures.names.map(failureKey),
  ]
  const { rows } = await db.query<{ key: string; hits: number }>(
    "select key, cardinality(hits) as hits from otp_limit where key = any($1)",
    [keys]
  )
  const hits = new Map(rows.map((row) => [row.key, row.hits]))
  const hitsOf = (key: string) => hits.get(key) ?? 0
  const ofShares = (shares: readonly (typeof COUNTED)[number][]) => {
    return (contact: string) =>
      shares.map((share) => hitsOf(hourKey(share, contact)))
  }
  return {
    sent: ofShares(SENT),
    requested: ofShares(REQUESTED),
    failures: (name) => hitsOf(failureKey(name)),
    wrongLogins: (contact) => hitsOf(loginKey(contact)),
  }
}

const hourKey = (counted: string, contact: string) =>
  hashes.limit(`${counted}/hour`, contact)

const loginKey = (contact: string) => hashes.limit("logins", contact)

const failureKey = (name: string) =>
  hashes.limit("failures", ...name.split(" "))

export const sum = (counts: number[]): number =>
  counts.reduce((total, count) => total + count, 0)

/** Counts what went out since. */
export function countSent(world: World, model: Model): void {
  for (const contact of world.newlyCounted()) {
    model.sent.add(contact)
  }
}

/** Takes the plugin's counts over, where they went down for a good reason. */
export async function adoptCounts(world: World, model: Model): Promise<void> {
  countSent(world, model)
  const counted = await readCounts(world.store, model)
  for (const contact of model.allContacts) {
    model.sent.set(contact, sum(counted.sent(contact)))
    model.requested.set(contact, sum(counted.requested(contact)))
    model.wrongLogins.set(contact, counted.wrongLogins(contact))
  }
  for (const name of model.failures.names) {
    model.failures.set(name, counted.failures(name))
  }
}
