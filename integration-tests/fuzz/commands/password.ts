import fc from "fast-check"
import { resetLink } from "../../helpers/new-password"
import {
  command,
  contactOf,
  contactPick,
  expectOutcome,
  person,
  pick,
  picked,
  type ContactPick,
} from "../command"
import { adoptCounts, subjectOfContact } from "../counted"
import { guess, typed, typesCode, use, type Typed } from "../guess"
import { CONTACTS, type HeldCode, type Model } from "../model"
import { accepts } from "../modes"
import { mayRecover, readRecord, readRecords } from "../records"
import { limitReached } from "../sends"
import { bearer, keepCode, keepLogin, otherOf } from "../tokens"
import type { World } from "../world"
import { refusedLogin } from "./contact"

export const changesPassword = command(
  "changes the password",
  fc.record({ session: pick, right: fc.boolean() }),
  async ({ session: nth, right }, model, world) => {
    const session = picked(model.sessions, nth)
    const { headers, holder, account, alive } = session
    const { logins } = await readRecord(world.store, account)
    const knows = right && account.password !== undefined
    const new_password = model.newPassword(holder)
    const old_password = knows ? account.password : "not the battery"
    const answer = await world.call("POST", "/store/customers/me/password", {
      headers,
      body: { old_password, new_password },
    })
    expectOutcome("change the password", answer, [
      ...refusedLogin(session),
      alive && (knows ? 200 : "password_wrong"),
      alive && !logins.length && "password_not_set",
    ])
    if (answer.status === 200) {
      account.password = new_password
      model.endSessions(account)
      model.voidCodes(account, ["contact_change"])
      keepLogin(model, holder, account, answer)
    }
  },
  ({ sessions }) => sessions.length > 0
)

type Who = { person: number; by: ContactPick }

const askForRecovery = ({ person, by }: Who, model: Model, world: World) =>
  askAnonymously(model, world, {
    path: "/store/customers/password/request",
    purpose: "password_recovery",
    person,
    by,
    possible: (to) => mayRecover(world.store, model, to),
    certain: (to) => model.ownerOf(to) !== undefined,
  })

export const asksForRecovery = command(
  "asks for a recovery",
  fc.record({ person, by: contactPick }),
  askForRecovery
)

/** So that a short sequence gets beyond it. */
export const recoversAtOnce = command(
  "recovers at once",
  fc.record({ person, by: contactPick }),
  async (who, model, world) => {
    const held = await askForRecovery(who, model, world)
    if (held?.code) {
      await recover(model, world, held, typed(model, held, "right", 0))
    }
  },
  ({ accounts }) => accounts.length > 0
)

type Anonymous = {
  path: string
  purpose: string
  person: number
  by: ContactPick
  /** Whether a message may go to the contact. */
  possible: (to: string) => Promise<boolean>
  /** Whether one must, if its limits allow it. */
  certain: (to: string) => boolean
}

/** Whoever knows a contact asks for a code to it. The answer is the same, whoever has it. */
export async function askAnonymously(
  model: Model,
  world: World,
  { path, purpose, person, by, possible, certain }: Anonymous
): Promise<HeldCode | undefined> {
  const to = contactOf(model, person, by)
  const subject = subjectOfContact(to)
  const known = await possible(to)
  const limited = await limitReached(model, world, subject, purpose, to)
  const after = world.outbox().length
  const answer = await world.call("POST", path, { body: { [by.contact]: to } })
  expectOutcome(purpose, answer, [200, limited && "otp_throttled"])
  if (answer.status !== 200) {
    return undefined
  }
  model.requested.add(to)
  const code = known
    ? await world.codeTo(to, after, purpose, certain(to) && !limited)
    : undefined
  const { contact } = by
  return keepCode(model, answer, { holder: person, contact, to, code })
}

const isRecovery = ({ purpose }: HeldCode) => purpose === "password_recovery"

export const recovers = typesCode(
  "types a code to recover",
  isRecovery,
  recover
)

async function recover(
  model: Model,
  world: World,
  held: HeldCode,
  what: Typed
): Promise<void> {
  const outcome = guess(model, held, what, held.to)
  const password = model.newPassword(held.holder)
  const path = "/store/customers/password/confirm"
  const answer = await world.call("POST", path, {
    body: { token: held.token, code: what.code, password },
  })
  if (outcome !== "right") {
    expectOutcome("recover", answer, [outcome])
    return
  }
  use(model, held)
  // Without an owner, there may be nothing to recover by now.
  const owned = model.ownerOf(held.to) !== undefined
  expectOutcome("recover", answer, [200, !owned && "otp_invalid"])
  if (answer.status === 200) {
    await setPassword(model, world, held.to, password)
  }
}

/** The owner of a contact has set a password, and proven the contact by it. */
async function setPassword(
  model: Model,
  world: World,
  value: string,
  password: string
): Promise<void> {
  const records = await readRecords(world.store, model)
  for (const record of records) {
    const contact = CONTACTS.find(
      (one) => record[one] === value && record[`${one}_verified`]
    )
    const account = model.accountOf(record.id)
    if (!contact || !account) {
      continue
    }
    const owner = model.ownerOf(value)
    expect(owner ?? account).toBe(account)
    // Nobody is handed an account whose other contact is proven.
    expect(owner ? {} : account.proven).toEqual({})
    model.prove(account, contact, value)
    model.endSessions(account)
    model.voidCodes(account, ["contact_change"])
    const other = otherOf(contact)
    if (!owner && record[other] === null) {
      // The account has changed hands, without what its registrant had named beside.
      model.voidCodes(account, [`${other}_verification`])
    }
    account.password = password
  }
  // A recovery lifts the limits on wrong passwords.
  await adoptCounts(world, model)
  expect(model.wrongLogins.get(value)).toBe(0)
}

export const asksForReset = command(
  "asks for a reset mail",
  fc.record({ person, by: contactPick }),
  async ({ person, by }, model, world) => {
    const to = contactOf(model, person, { ...by, contact: "email" })
    const known =
      accepts(model.mode, "email") && (await mayRecover(world.store, model, to))
    const limited = await limitReached(model, world, "", "", to)
    const after = world.outbox().length
    const answer = await world.call(
      "POST",
      "/auth/customer/emailpass/reset-password",
      { body: { identifier: to } }
    )
    expectOutcome("ask for a reset", answer, [
      201,
      !accepts(model.mode, "email") && "provider_not_allowed",
    ])
    const owned = accepts(model.mode, "email") && model.ownerOf(to)
    const mail = known
      ? await world.messageTo(
          to,
          after,
          ({ template }) => template.endsWith("/password_reset"),
          Boolean(owned && !limited && (await hasLogin(world, model, to)))
        )
      : undefined
    if (mail) {
      model.resetLinks.push({
        holder: model.readerOf(to),
        token: resetLink(mail).searchParams.get("token")!,
        to,
        password: model.ownerOf(to)?.password,
        used: false,
      })
    }
  }
)

async function hasLogin(
  { store }: World,
  model: Model,
  email: string
): Promise<boolean> {
  const owner = model.ownerOf(email)
  return owner !== undefined
    ? (await readRecord(store, owner)).logins.includes(email)
    : false
}

export const resets = command(
  "opens a reset link",
  fc.record({ link: pick }),
  async ({ link: nth }, model, world) => {
    const link = picked(model.resetLinks, nth)
    const password = model.newPassword(link.holder)
    const owner = model.ownerOf(link.to)
    const isDoubtful = !owner || link.password === undefined
    // A link is good for the password that it was asked for.
    const isVoid =
      link.used || (!isDoubtful && owner.password !== link.password)
    const answer = await world.call("POST", "/auth/customer/emailpass/update", {
      headers: bearer(link.token),
      body: { password },
    })
    expectOutcome("reset", answer, [
      !isVoid && 200,
      (isVoid || isDoubtful) && "reset_token_invalid",
      (isVoid || isDoubtful) && "unauthorized",
    ])
    if (answer.status === 200) {
      link.used = true
      await setPassword(model, world, link.to, password)
    }
  },
  ({ resetLinks }) => resetLinks.length > 0
)
