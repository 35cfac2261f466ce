import fc from "fast-check"
import { command, expectOutcome, person, pick, picked } from "../command"
import { guess, typed, typesCode, use, type Typed } from "../guess"
import type { Contact, HeldCode, Model } from "../model"
import { destinationOf, readRecord } from "../records"
import { expectSpent, limitReached } from "../sends"
import { bearer, keepCode, keepLogin } from "../tokens"
import type { World } from "../world"

type Send = { person: number; account: number; contact: Contact; own: boolean }

/** Somebody asks for the code that verifies an account's contact, as a stranger or with a token of the account. */
async function send(
  { person, account: nth, contact, own }: Send,
  model: Model,
  world: World
): Promise<HeldCode | undefined> {
  const account = picked(model.accounts, nth)
  const record = await readRecord(world.store, account)
  const to = destinationOf(record, contact)
  const registration = model.registrations.find(
    (one) => one.account === account && one.holder === person
  )
  const headers = own && registration ? bearer(registration.token) : {}
  const after = world.outbox().length
  const type = `${contact}_verification`
  const answer = await world.call("POST", "/store/customers/otp/send", {
    headers,
    body: { customer_id: account.id, type },
  })
  if (account.erased) {
    expectOutcome("send", answer, ["customer_not_found"])
    return undefined
  }
  const proven = account.proven[contact] !== undefined
  expectOutcome("send", answer, [
    proven && "already_verified",
    // The account's login may lag behind what it has proven.
    (!proven || account.unsettled) && to !== null && 200,
    to === null && "contact_missing",
    (await limitReached(model, world, account.id, type, to)) && "otp_throttled",
  ])
  if (answer.status !== 200 || !to) {
    return undefined
  }
  const code = await world.codeTo(to, after, type, true)
  expectSpent(world, after, 1)
  return keepCode(model, answer, { holder: person, contact, to, code })
}

export const sends = command(
  "asks for a code",
  fc.record({
    person,
    account: pick,
    contact: fc.constantFrom<Contact>("email", "phone"),
    own: fc.boolean(),
  }),
  send,
  ({ accounts }) => accounts.length > 0
)

export async function verify(
  model: Model,
  world: World,
  held: HeldCode,
  what: Typed
): Promise<void> {
  const { account, contact, to, token, holder } = held
  if (!account) {
    throw new Error("A verification is an account's")
  }
  const destination = account.erased
    ? null
    : destinationOf(await readRecord(world.store, account), contact)
  const outcome = guess(model, held, what, destination)
  const answer = await world.call("POST", "/store/customers/otp/verify", {
    body: { token, code: what.code },
  })
  const owner = model.ownerOf(to)
  const isTaken = owner !== undefined && owner !== account
  if (outcome !== "right" || isTaken) {
    const takenOff = outcome === "otp_invalid" && destination === null
    expectOutcome("verify", answer, [
      outcome === "right" ? "contact_taken" : outcome,
      takenOff && "contact_taken",
    ])
    return
  }
  expectOutcome("verify", answer, [200])
  use(model, held)
  model.prove(account, contact, to)
  keepLogin(model, holder, account, answer)
}

/** Whoever has just registered proves the contact, if the mailbox or phone is theirs. */
export async function proveNewest(
  model: Model,
  world: World,
  person: number,
  contact: Contact
): Promise<void> {
  const held = await send(
    { person, account: 0, contact, own: true },
    model,
    world
  )
  if (held) {
    await verify(model, world, held, typed(model, held, "right", 0))
  }
}

export const isVerification = ({ purpose }: HeldCode) =>
  purpose.endsWith("_verification")

export const verifies = typesCode(
  "types a code to verify",
  isVerification,
  verify
)

const ROUTES = {
  "/store/customers/otp/verify": isVerification,
  "/store/customers/password/confirm": ({ purpose }: HeldCode) =>
    purpose === "password_recovery",
  "/store/customers/account-deletion/confirm": ({ purpose }: HeldCode) =>
    purpose === "account_deletion_request",
  "/store/customers/account-deletion/cancel-confirm": ({ purpose }: HeldCode) =>
    purpose === "account_deletion_cancel",
}

/** The token of a code, and the code itself, are worth nothing at another route. */
export const misuses = command(
  "types a code where it does not belong",
  fc.record({
    code: pick,
    route: fc.constantFrom(...(Object.keys(ROUTES) as (keyof typeof ROUTES)[])),
  }),
  async ({ code, route }, model, world) => {
    const held = picked(model.codes, code)
    if (ROUTES[route](held)) {
      return
    }
    const password = route.endsWith("password/confirm")
      ? { password: model.newPassword(held.holder) }
      : {}
    const answer = await world.call("POST", route, {
      body: { token: held.token, code: held.code ?? "123456", ...password },
    })
    expectOutcome("misuse", answer, ["otp_token_invalid"])
  },
  ({ codes }) => codes.length > 0
)
