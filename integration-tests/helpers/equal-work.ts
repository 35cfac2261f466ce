import { HttpResponse } from "./http"

/** How far apart two times may be and still be called the same. */
const TOLERANCE = 0.15

/** A busy machine can make a difference once; a real one shows each time. */
const ATTEMPTS = 3

/**
 * Asks for each subject in turn and compares how long the answers take. The turn begins with
 * another subject each time, so that none profits from what came before it.
 *
 * @returns the usual time of each, in milliseconds
 */
export async function expectEqualWork<Subject extends string>(
  subjects: Subject[],
  rounds: number,
  ask: (subject: Subject) => Promise<HttpResponse>,
  answer: Pick<HttpResponse, "status" | "body">
): Promise<Record<Subject, number>> {
  const differences: number[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const times = await measure(subjects, rounds, ask, answer)
    const all = Object.values<number>(times)
    const difference = (Math.max(...all) - Math.min(...all)) / all[0]
    if (difference < TOLERANCE) {
      return times
    }
    differences.push(difference)
  }
  throw new Error(`The work differs each time: ${differences.join(", ")}`)
}

async function measure<Subject extends string>(
  subjects: Subject[],
  rounds: number,
  ask: (subject: Subject) => Promise<HttpResponse>,
  answer: Pick<HttpResponse, "status" | "body">
): Promise<Record<Subject, number>> {
  const times = new Map<Subject, number[]>(subjects.map((name) => [name, []]))
  for (let i = 0; i < rounds * subjects.length; i++) {
    const round = Math.floor(i / subjects.length)
    const subject = subjects[(round + i) % subjects.length]
    const start = performance.now()
    const { status, body } = await ask(subject)
    times.get(subject)!.push(performance.now() - start)
    expect({ status, body }).toEqual(answer)
  }
  const usual = subjects.map((subject): [Subject, number] => [
    subject,
    usualTime(times.get(subject)!),
  ])
  return Object.fromEntries(usual) as Record<Subject, number>
}

/**
 * The first quartile: whatever else a machine has to do only ever adds to the time that the
 * work itself takes, and to the median more than to this.
 */
export function usualTime(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 4)]
}
