import fc from "fast-check"
import { credentials } from "../../helpers/fixtures"
import { signUp } from "../../helpers/sign-up"
import {
  command,
  contactOf,
  contactPick,
  expectOutcome,
  person,
  type ContactPick,
} from "../command"
import { CONTACTS, type Contact, type Model } from "../model"
import { accepts } from "../modes"
import { otherOf } from "../tokens"
import type { World } from "../world"
import { proveNewest } from "./verification"

const PROVIDERS = { email: "emailpass", phone: "phonepass" } as const

type Names = {
  person: number
  by: ContactPick
  /** Whose other contact is named beside it; none if the mode does not ask for it. */
  other?: number
  /** Whether it goes on after the login is made. */
  finishes: boolean
}

/** A person registers with a contact, which may be somebody else's, and names another one beside it. */
async function register(
  { person, by, other, finishes }: Names,
  model: Model,
  world: World
): Promise<boolean> {
  const provider = PROVIDERS[by.contact]
  const value = contactOf(model, person, by)
  const password = model.newPassword(person)
  const made = await world.call("POST", `/auth/customer/${provider}/register`, {
    body: credentials(provider, value, password),
  })
  if (!accepts(model.mode, by.contact)) {
    expectOutcome("register", made, ["provider_not_allowed"])
    return false
  }
  // Where logins are by both, a contact that was added has no login of its own before its owner logs in by it.
  const isFree = !model.ownerOf(value) || model.mode === "both"
  const allowed = isFree ? [200] : []
  expectOutcome("register", made, [
    "identity_exists",
    "contact_taken",
    ...allowed,
  ])
  if (made.status !== 200 || !finishes) {
    return false
  }
  const named = otherName(model, person, by.contact, other)
  const body = { [by.contact]: value, ...named }
  const signedUp = await callSignUp(world, made.body.token, body)
  const isTaken = Object.values(body).some((one) => model.ownerOf(one))
  expectOutcome(
    "sign up",
    signedUp,
    isTaken ? ["contact_taken"] : [200, "contact_taken"]
  )
  if (signedUp.status !== 200) {
    return false
  }
  const account = {
    id: signedUp.body.customer.id as string,
    proven: {},
    password,
    deletion: "none" as const,
    unsettled: false,
    erased: false,
  }
  model.accounts.push(account)
  model.registrations.push({
    holder: person,
    account,
    token: made.body.token as string,
  })
  return true
}

function otherName(
  model: Model,
  person: number,
  contact: Contact,
  whose: number | undefined
): Partial<Record<Contact, string>> {
  const other = otherOf(contact)
  const pick = { contact: other, whose: whose ?? 0 }
  return whose !== undefined || accepts(model.mode, other)
    ? { [other]: contactOf(model, person, pick) }
    : {}
}

const callSignUp = (world: World, token: string, body: object) =>
  signUp(
    { api: world.call.bind(world) } as Parameters<typeof signUp>[0],
    token,
    body
  )

/** Mostly one's own. */
const by: fc.Arbitrary<ContactPick> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      contact: fc.constantFrom(...CONTACTS),
      whose: fc.constant(0),
    }),
  },
  { weight: 1, arbitrary: contactPick }
)

const names = {
  person,
  by,
  other: fc.option(fc.nat(3), { nil: undefined, freq: 2 }),
}

export const registers = command(
  "registers",
  fc.record({ ...names, finishes: fc.boolean() }),
  register
)

/** So that a short sequence gets beyond it. */
export const joins = command(
  "joins",
  fc.record({ ...names, finishes: fc.constant(true) }),
  async (given, model, world) => {
    const by = { ...given.by, contact: loginContact(model, given.by.contact) }
    if (await register({ ...given, by }, model, world)) {
      await proveNewest(model, world, given.person, by.contact)
    }
  }
)

function loginContact({ mode }: Model, wanted: Contact): Contact {
  return mode === "both" ? wanted : mode
}
