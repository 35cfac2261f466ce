import fc from "fast-check"
import { wrongCode } from "../helpers/otp"
import { command, pick, picked, type Command } from "./command"
import { failuresOf, type HeldCode, type Model } from "./model"
import { LIMITS, MAX_ATTEMPTS } from "./modes"
import type { World } from "./world"

/** What somebody types: the code of the message, if they can read it; a wrong one; that of another message; no code at all. */
export const typing = fc.oneof(
  { weight: 6, arbitrary: fc.constant("right" as const) },
  { weight: 2, arbitrary: fc.constant("wrong" as const) },
  { weight: 2, arbitrary: fc.constant("another's" as const) },
  { weight: 1, arbitrary: fc.constant("no code" as const) }
)

type Typing = "right" | "wrong" | "another's" | "no code"

/** One of the codes that somebody may type: of those they can read and may still use, where they mean to type it right. */
export function codeToType(
  model: Model,
  meant: (held: HeldCode) => boolean,
  how: Typing,
  nth: number
): HeldCode {
  const all = model.codes.filter(meant)
  const usable = all.filter(
    ({ code, state, to, holder }) =>
      code && state === "live" && model.readerOf(to) === holder
  )
  return picked(how === "right" && usable.length ? usable : all, nth)
}

export function typed(
  model: Model,
  held: HeldCode,
  how: Typing,
  nth: number
): Typed {
  if (how === "no code") {
    return { code: "12345a", right: false }
  }
  const readable = model.readerOf(held.to) === held.holder
  if (how === "right" && readable && held.code) {
    return { code: held.code, right: true }
  }
  const others = model.codes.flatMap(({ code }) =>
    code && code !== held.code ? [code] : []
  )
  return how === "another's" && others.length
    ? { code: picked(others, nth), right: false }
    : { code: wrongCode(held.code ?? "000000"), right: false }
}

/** What is typed, and whether it is the code. */
export type Typed = { code: string; right: boolean }

/** The command to type one of the codes of a kind. */
export function typesCode(
  name: string,
  meant: (held: HeldCode) => boolean,
  act: (
    model: Model,
    world: World,
    held: HeldCode,
    what: Typed
  ) => Promise<unknown>
): fc.Arbitrary<Command> {
  return command(
    name,
    fc.record({ code: pick, how: typing, other: pick }),
    async ({ code: nth, how, other }, model, world) => {
      const held = codeToType(model, meant, how, nth)
      await act(model, world, held, typed(model, held, how, other))
    },
    ({ codes }) => codes.some(meant)
  )
}

/**
 * Counts a guess as the plugin must, and says what must come of it: "right", or the code of the refusal.
 *
 * @param destination where the code must have gone
 */
export function guess(
  model: Model,
  held: HeldCode,
  { code, right }: { code: string; right: boolean },
  destination: string | null
): string {
  if (!/^\d{6}$/.test(code)) {
    return "otp_invalid"
  }
  const failures = failuresOf(held)
  const exhausted = model.failures.get(failures) >= LIMITS.failures_per_day
  if (held.state !== "live" || held.attempts >= MAX_ATTEMPTS) {
    if (exhausted) {
      return "otp_attempts_exceeded"
    }
    if (held.state === "used") {
      return "otp_used"
    }
    return held.state === "live" ? "otp_attempts_exceeded" : "otp_expired"
  }
  held.attempts += 1
  if (exhausted) {
    return "otp_attempts_exceeded"
  }
  model.failures.add(failures)
  return right && destination === held.to ? "right" : "otp_invalid"
}

/** A code that was right is used, and counts as no failure. */
export function use(model: Model, held: HeldCode): void {
  held.state = "used"
  model.failures.add(failuresOf(held), -1)
}
