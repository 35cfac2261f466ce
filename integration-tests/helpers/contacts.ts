import { randomInt, randomUUID } from "node:crypto"

let line = randomInt(10_000)

/** A valid American number in E.164, another one at each call. */
export function freshPhone(): string {
  line = (line + 1) % 10_000
  return `+1213373${String(line).padStart(4, "0")}`
}

/** A lower-case address, another one at each call. */
export function freshEmail(): string {
  return `${randomUUID()}@example.com`
}
