import fc from "fast-check"
import { undoLink } from "../../helpers/undo"
import {
  command,
  contactOf,
  contactPick,
  expectOutcome,
  pick,
  picked,
  type ContactPick,
} from "../command"
import { adoptCounts } from "../counted"
import { codeToType, guess, typed, typing, use, type Typed } from "../guess"
import type { HeldCode, Model, Session } from "../model"
import { readRecord } from "../records"
import { limitReached } from "../sends"
import { keepCode, keepLogin } from "../tokens"
import type { World } from "../world"

const isChange = ({ purpose }: HeldCode) => purpose === "contact_change"

/** What a login that has ended answers, or one that has to prove its contact anew. */
export const refusedLogin = ({ alive, account }: Session) => [
  !alive && "session_revoked",
  !alive && "unauthorized",
  account.unsettled && "verification_required",
]

type Asked = { session: number; to: ContactPick }

async function ask(
  { session: nth, to: pick }: Asked,
  model: Model,
  world: World
): Promise<HeldCode | undefined> {
  const session = picked(model.sessions, nth)
  const { headers, holder, account, alive } = session
  const to = contactOf(model, holder, pick)
  const after = world.outbox().length
  const limited =
    alive &&
    (await limitReached(model, world, account.id, "contact_change", to))
  const answer = await world.call("POST", "/store/customers/me/contact", {
    headers,
    body: { [pick.contact]: to },
  })
  const owner = model.ownerOf(to)
  expectOutcome("ask for a change", answer, [
    ...refusedLogin(session),
    alive && !owner && 200,
    // Somebody logs in with it who has not proven it.
    alive && owner !== account && "contact_taken",
    alive && owner === account && "already_verified",
    limited && "otp_throttled",
  ])
  if (answer.status !== 200) {
    return undefined
  }
  const code = await world.codeTo(to, after, "contact_change", true)
  return keepCode(model, answer, { holder, contact: pick.contact, to, code })
}

export const asksForChange = command(
  "asks for a contact change",
  fc.record({ session: pick, to: contactPick }),
  ask,
  ({ sessions }) => sessions.length > 0
)

/** So that a short sequence gets beyond it. */
export const moves = command(
  "moves to another contact",
  fc.record({ session: pick, to: contactPick }),
  async (asked, model, world) => {
    const session = picked(model.sessions, asked.session)
    const held = await ask(asked, model, world)
    if (held) {
      const what = typed(model, held, "right", 0)
      await change(model, world, held, session, what)
    }
  },
  ({ sessions }) => sessions.length > 0
)

export const changesContact = command(
  "types a code to change a contact",
  fc.record({
    code: pick,
    how: typing,
    other: pick,
    /** Mostly a login of the account that the code is for. */
    stray: fc.option(pick, { nil: undefined, freq: 3 }),
    session: pick,
  }),
  async ({ code: nth, how, other, stray, session }, model, world) => {
    const held = codeToType(model, isChange, how, nth)
    const own = model.sessions.filter(
      ({ account, holder }) =>
        account === held.account && holder === held.holder
    )
    const login =
      stray === undefined && own.length
        ? picked(own, session)
        : picked(model.sessions, stray ?? session)
    await change(model, world, held, login, typed(model, held, how, other))
  },
  ({ codes, sessions }) => codes.some(isChange) && sessions.length > 0
)

async function change(
  model: Model,
  world: World,
  held: HeldCode,
  session: Session,
  what: Typed
): Promise<void> {
  const { account, headers, holder, alive } = session
  const { contact, to, token } = held
  const before = await readRecord(world.store, account)
  const after = world.outbox().length
  const counted = { ...held }
  const failures = `${held.subject} ${held.purpose}`
  const failed = model.failures.get(failures)
  const outcome =
    alive && account === held.account && guess(model, held, what, to)
  const answer = await world.call(
    "POST",
    "/store/customers/me/contact/verify",
    { headers, body: { token, code: what.code } }
  )
  if (answer.body.code === "verification_required") {
    // Before the code is looked at.
    Object.assign(held, counted)
    model.failures.set(failures, failed)
  }
  const owner = model.ownerOf(to)
  const isTaken = owner !== undefined && owner !== account
  expectOutcome("change a contact", answer, [
    ...refusedLogin(session),
    alive && account !== held.account && "otp_token_invalid",
    outcome === "right" ? !isTaken && 200 : outcome,
    // Somebody may log in with it who has not proven it.
    outcome === "right" && "contact_taken",
  ])
  if (answer.body.code === "contact_taken") {
    await adoptCode(model, world, held)
  }
  if (answer.status !== 200) {
    return
  }
  use(model, held)
  const wasProven = account.proven[contact] !== undefined
  model.prove(account, contact, to)
  model.endSessions(account)
  keepLogin(model, holder, account, answer)
  for (const message of world.outbox().slice(after)) {
    const link = undoLink(message)?.searchParams.get("token")
    if (link) {
      model.undoLinks.push({
        holder: model.readerOf(message.to),
        token: link,
        account,
        contact,
        old: before[contact],
        wasProven,
        state: "open",
      })
    }
  }
}

/** A code that was right, for a contact that is taken, may be used up or not. */
async function adoptCode(
  model: Model,
  { store }: World,
  held: HeldCode
): Promise<void> {
  const { rows } = await store.db.query<{ used: boolean }>(
    "select consumed_at is not null as used from otp_verification where id = $1",
    [held.id]
  )
  if (rows[0]?.used) {
    use(model, held)
  }
}

export const undoes = command(
  "undoes a contact change",
  fc.record({ link: pick }),
  async ({ link: nth }, model, world) => {
    const link = picked(model.undoLinks, nth)
    const { account, contact, old, wasProven } = link
    const answer = await world.call(
      "POST",
      "/store/customers/contact-change/undo",
      { body: { token: link.token } }
    )
    const owner = old === null ? undefined : model.ownerOf(old)
    expectOutcome("undo", answer, [
      account.erased && "undo_token_invalid",
      !account.erased && (link.state === "open" ? 200 : "undo_used"),
      wasProven && owner && owner !== account && "contact_taken",
    ])
    if (answer.status !== 200) {
      return
    }
    endLaterLinks(model, link.token)
    model.endSessions(account)
    model.voidCodes(account, ["contact_change", "account_deletion_request"])
    account.password = undefined
    account.deletion = "none"
    account.unsettled = true
    account.proven[contact] = old ?? undefined
    if (!wasProven || old === null) {
      delete account.proven[contact]
    }
    const record = await readRecord(world.store, account)
    expect({ [contact]: record[contact], wasProven }).toEqual({
      [contact]: wasProven ? old : record[contact] && old,
      wasProven,
    })
    await adoptCounts(world, model)
  },
  ({ undoLinks }) => undoLinks.length > 0
)

/** The link is used, wherever it went; so are those of later changes of the same contact. */
function endLaterLinks({ undoLinks }: Model, token: string): void {
  const first = undoLinks.findIndex((link) => link.token === token)
  const { account, contact } = undoLinks[first]
  for (const link of undoLinks.slice(first)) {
    if (link.account === account && link.contact === contact) {
      link.state = "used"
    }
  }
}
