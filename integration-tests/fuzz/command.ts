import fc from "fast-check"
import { checkInvariants } from "./invariants"
import { CONTACTS, type Contact, type Model } from "./model"
import type { World } from "./world"

export type Command = fc.AsyncCommand<Model, World>

/** What the sequences of a run did, to see that they reach what they are meant to reach. */
export const done = new Map<string, number>()

/** Counts an outcome. */
export function note(outcome: string): void {
  done.set(outcome, (done.get(outcome) ?? 0) + 1)
}

/**
 * A step of a sequence: an act with arguments, after which all invariants must hold.
 *
 * @param possible whether the model has what the act is about
 */
export function command<Args extends object>(
  name: string,
  args: fc.Arbitrary<Args>,
  act: (args: Args, model: Model, world: World) => Promise<unknown>,
  possible: (model: Readonly<Model>, args: Args) => boolean = () => true
): fc.Arbitrary<Command> {
  return args.map((given) => ({
    check: (model) => possible(model, given),
    run: async (model, world) => {
      const { writes } = world
      await act(given, model, world)
      // A refusal wrote nothing: whose what is cannot be otherwise than before.
      await checkInvariants(model, world, world.writes > writes)
    },
    toString: () => `${name} ${JSON.stringify(given)}`,
  }))
}

/** One of the three persons. */
export const person = fc.nat(2)

/** One of a list, the newest as a rule. */
export const pick = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(20) }
)

export function picked<T>(list: readonly T[], nth: number): T {
  return list[list.length - 1 - (nth % list.length)]
}

export type ContactPick = { contact: Contact; whose: number }

/** A contact: mostly the person's own first (0) or second (1), else that of the next (2) or the one after (3). */
export const contactPick: fc.Arbitrary<ContactPick> = fc.record({
  contact: fc.constantFrom(...CONTACTS),
  whose: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constant(1) },
    { weight: 2, arbitrary: fc.constant(2) },
    { weight: 1, arbitrary: fc.constant(3) }
  ),
})

export function contactOf(
  { people }: Model,
  person: number,
  { contact, whose }: ContactPick
): string {
  const [shift, nth] = whose < 2 ? [0, whose] : [whose - 1, 0]
  return people[(person + shift) % people.length][nth][contact]
}

/** That an answer is one of these: a status, or the code of a refusal. Counts it. */
export function expectOutcome(
  what: string,
  { status, body }: { status: number; body: { code?: string } },
  allowed: (number | string | false | undefined)[]
): void {
  const outcome = status < 400 ? status : (body.code ?? status)
  note(`${what}: ${outcome}`)
  if (!allowed.includes(outcome)) {
    throw new Error(
      `${what} answered ${status} ${JSON.stringify(body)}, not ${allowed.filter(Boolean).join(" or ")}`
    )
  }
}
