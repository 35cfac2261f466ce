import { randomInt, randomUUID } from "node:crypto"

const AREAS = [213, 310, 415]
const LINES = 10_000

let numbers = randomInt(LINES)

/** A valid American number in E.164, another one at each call. */
export function freshPhone(): string {
  numbers += 1
  const area = AREAS[Math.floor(numbers / LINES) % AREAS.length]
  return `+1${area}373${String(numbers % LINES).padStart(4, "0")}`
}

/** A lower-case address, another one at each call. */
export function freshEmail(): string {
  return `${randomUUID()}@example.com`
}
