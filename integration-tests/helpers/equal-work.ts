import { HttpResponse } from "./http"
import { Store } from "./store"

/** How far apart two medians may be and still be called the same. */
const TOLERANCE = { work: 0.15, time: 0.35 }

type Cost = Record<keyof typeof TOLERANCE, number>

/**
 * Asks for each subject in turn and compares what the answers cost at the median: how long
 * the server's processors work, and how long the client waits, which on a busy machine says
 * less. The turn begins with another subject each time, so that none profits from what came
 * before it.
 *
 * @returns the medians, in milliseconds
 */
export async function expectEqualWork<Subject extends string>(
  store: Store,
  subjects: Subject[],
  rounds: number,
  ask: (subject: Subject) => Promise<HttpResponse>,
  answer: Pick<HttpResponse, "status" | "body">
): Promise<Record<Subject, Cost>> {
  const costs = new Map<Subject, Cost[]>(subjects.map((name) => [name, []]))
  for (let i = 0; i < rounds * subjects.length; i++) {
    const round = Math.floor(i / subjects.length)
    const subject = subjects[(round + i) % subjects.length]
    costs.get(subject)!.push(
      await costOf(store, async () => {
        const { status, body } = await ask(subject)
        expect({ status, body }).toEqual(answer)
      })
    )
  }
  const medians = subjects.map((subject): [Subject, Cost] => [
    subject,
    medianCost(costs.get(subject)!),
  ])
  const [[, first]] = medians
  for (const [, other] of medians) {
    for (const kind of ["work", "time"] as const) {
      const apart = Math.abs(other[kind] - first[kind]) / first[kind]
      expect(apart).toBeLessThan(TOLERANCE[kind])
    }
  }
  return Object.fromEntries(medians) as Record<Subject, Cost>
}

/** What the first of a store's servers and its client spend on a request. */
export async function costOf(
  store: Store,
  act: () => Promise<unknown>
): Promise<Cost> {
  const worked = await workedSoFar(store)
  const start = performance.now()
  await act()
  const time = performance.now() - start
  return { work: (await workedSoFar(store)) - worked, time }
}

export function medianCost(costs: Cost[]): Cost {
  return {
    work: median(costs.map(({ work }) => work)),
    time: median(costs.map(({ time }) => time)),
  }
}

async function workedSoFar(store: Store): Promise<number> {
  const { body } = await store.api("GET", "/cpu-time")
  return body.milliseconds as number
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
