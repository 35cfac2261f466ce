import fc from "fast-check"
import {
  command,
  contactPick,
  expectOutcome,
  person,
  pick,
  picked,
} from "../command"
import { adoptCounts } from "../counted"
import { guess, typed, typesCode, use, type Typed } from "../guess"
import { CONTACTS, type Account, type HeldCode, type Model } from "../model"
import { destinationOf, holdersOf, readRecord } from "../records"
import { limitReached } from "../sends"
import { keepCode } from "../tokens"
import type { World } from "../world"
import { askAnonymously } from "./password"

const BASE = "/store/customers/account-deletion"

async function askToLeave(
  { session: nth }: { session: number },
  model: Model,
  world: World
): Promise<HeldCode | undefined> {
  const { headers, holder, account, alive } = picked(model.sessions, nth)
  const { contact, to } = await reachedAt(world, account)
  const purpose = "account_deletion_request"
  const limited =
    alive && (await limitReached(model, world, account.id, purpose, to))
  const after = world.outbox().length
  const answer = await world.call("POST", `${BASE}/request`, {
    headers,
    body: {},
  })
  expectOutcome("ask to leave", answer, [
    ...(alive ? [] : ["session_revoked", "unauthorized"]),
    alive && account.deletion === "confirmed"
      ? "account_deletion_scheduled"
      : alive && to !== null && 200,
    alive && to === null && "contact_missing",
    limited && "otp_throttled",
  ])
  if (answer.status !== 200 || to === null) {
    return undefined
  }
  account.deletion = "pending"
  const code = await world.codeTo(to, after, purpose, true)
  return keepCode(model, answer, { holder, contact, to, code })
}

export const asksToLeave = command(
  "asks to leave",
  fc.record({ session: pick }),
  askToLeave,
  ({ sessions }) => sessions.length > 0
)

/** So that a short sequence gets beyond it. */
export const leaves = command(
  "leaves",
  fc.record({ session: pick }),
  async (given, model, world) => {
    const held = await askToLeave(given, model, world)
    if (held) {
      await confirm(model, world, held, typed(model, held, "right", 0))
    }
  },
  ({ sessions }) => sessions.length > 0
)

/** The verified contact, an e-mail first; one on file if none is verified. */
async function reachedAt({ store }: World, account: Account) {
  if (account.erased) {
    return { contact: "email" as const, to: null }
  }
  const record = await readRecord(store, account)
  const contact =
    CONTACTS.find((one) => account.proven[one]) ??
    CONTACTS.find((one) => destinationOf(record, one) !== null) ??
    "email"
  return { contact, to: destinationOf(record, contact) }
}

const isOf =
  (wanted: string) =>
  ({ purpose }: HeldCode) =>
    purpose === wanted
const isLeaving = isOf("account_deletion_request")
const isStaying = isOf("account_deletion_cancel")

export const confirmsToLeave = typesCode(
  "types a code to leave",
  isLeaving,
  confirm
)

async function confirm(
  model: Model,
  world: World,
  held: HeldCode,
  what: Typed
): Promise<void> {
  const { account, contact, to, token } = held
  if (!account) {
    throw new Error("A deletion is of an account")
  }
  const destination = account.erased
    ? null
    : destinationOf(await readRecord(world.store, account), contact)
  const outcome = guess(model, held, what, destination)
  const answer = await world.call("POST", `${BASE}/confirm`, {
    body: { token, code: what.code },
  })
  if (outcome !== "right") {
    expectOutcome("leave", answer, [outcome])
    return
  }
  use(model, held)
  const owner = model.ownerOf(to)
  expectOutcome("leave", answer, [
    account.deletion === "pending" ? 200 : "account_deletion_not_allowed",
    owner && owner !== account && "contact_taken",
  ])
  if (answer.status === 200) {
    account.deletion = "confirmed"
    model.prove(account, contact, to)
  }
}

export const asksToStay = command(
  "asks to stay",
  fc.record({ person, by: contactPick }),
  async ({ person, by }, model, world) => {
    await askAnonymously(model, world, {
      path: `${BASE}/cancel-request`,
      purpose: "account_deletion_cancel",
      person,
      by,
      possible: async (to) => {
        const { accounts } = await holdersOf(world.store, model, to)
        return accounts.some(({ deletion }) => deletion !== "none")
      },
      certain: (to) => {
        const owner = model.ownerOf(to)
        return owner !== undefined && owner.deletion !== "none"
      },
    })
  },
  // Otherwise it says nothing, as a rule.
  ({ accounts }) => accounts.some(({ deletion }) => deletion !== "none")
)

export const confirmsToStay = typesCode(
  "types a code to stay",
  isStaying,
  async (model, world, held, what) => {
    const outcome = guess(model, held, what, held.to)
    const answer = await world.call("POST", `${BASE}/cancel-confirm`, {
      body: { token: held.token, code: what.code },
    })
    if (outcome !== "right") {
      expectOutcome("stay", answer, [outcome])
      return
    }
    use(model, held)
    const owner = model.ownerOf(held.to)
    const open = owner && owner.deletion !== "none"
    expectOutcome("stay", answer, [
      open || !owner ? 200 : "otp_invalid",
      !owner && "otp_invalid",
    ])
    if (answer.status === 200) {
      const id = answer.body.account_deletion_request.customer_id as string
      const account = model.accountOf(id)
      expect(owner ?? account).toBe(account)
      account!.deletion = "none"
    }
  }
)

export const executes = command(
  "is erased",
  fc.record({ account: pick }),
  async ({ account: nth }, model, world) => {
    const account = picked(model.accounts.filter(isLeavingSoon), nth)
    const { rows } = await world.store.db.query<{ id: string }>(
      "select id from account_deletion_request where customer_id = $1 and status in ('pending', 'confirmed')",
      [account.id]
    )
    expect(rows).toHaveLength(1)
    const answer = await world.call(
      "POST",
      `/admin/account-deletion-requests/${rows[0].id}/execute`,
      { token: await world.store.adminToken(), body: {} }
    )
    const confirmed = account.deletion === "confirmed"
    expectOutcome("execute", answer, [
      confirmed ? 200 : "account_deletion_not_allowed",
    ])
    if (answer.status === 200) {
      await forget(model, world, account)
    }
  },
  ({ accounts }) => accounts.some(isLeavingSoon)
)

const isLeavingSoon = ({ deletion }: Account) => deletion !== "none"

async function forget(
  model: Model,
  world: World,
  account: Account
): Promise<void> {
  const contacts = Object.values(account.proven)
  model.erase(account)
  await adoptCounts(world, model)
  for (const contact of contacts) {
    expect(model.sent.get(contact)).toBe(0)
    expect(model.wrongLogins.get(contact)).toBe(0)
  }
}
