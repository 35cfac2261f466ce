import { readCounts } from "./counted"
import type { Model } from "./model"
import { LIMITS } from "./modes"
import type { World } from "./world"

/** Whether a limit of a send has nothing left: of the wrong codes of its subject, or of a share of its destination. */
export async function limitReached(
  model: Model,
  world: World,
  subject: string,
  purpose: string,
  to: string | null
): Promise<boolean> {
  const names = [`${subject} ${purpose}`, `${subject}/own ${purpose}`]
  if (
    names.some((name) => model.failures.get(name) >= LIMITS.failures_per_day)
  ) {
    return true
  }
  const counted = await readCounts(world.store, model)
  return (
    to !== null &&
    [...counted.sent(to), ...counted.requested(to)].some(
      (hits) => hits >= LIMITS.per_destination_hour
    )
  )
}

/** That so many messages went out, and no other. */
export function expectSpent(world: World, after: number, count: number): void {
  expect(world.outbox().slice(after)).toHaveLength(count)
}
