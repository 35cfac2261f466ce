export type Round = { known: number[]; unknown: number[] }

export type Separation = { auc: number; low: number; high: number }

const RESAMPLES = 2_000

/**
 * How well one sample tells two kinds of requests apart by their time: the chance that the
 * one takes longer than the other, 0.5 if there is nothing to tell. Each round is looked at
 * by itself and the rounds are averaged, so that a machine that slows down blurs nothing.
 *
 * @returns the mean over the rounds with its 95 % interval, by a bootstrap of the rounds
 */
export function separation(rounds: Round[]): Separation {
  const aucs = rounds.map(({ known, unknown }) => auc(known, unknown))
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(aucs.map(() => aucs[Math.floor(Math.random() * aucs.length)]))
  ).sort((a, b) => a - b)
  return {
    auc: mean(aucs),
    low: means[Math.floor(RESAMPLES * 0.025)],
    high: means[Math.ceil(RESAMPLES * 0.975) - 1],
  }
}

/** The chance that a value of the first sample is greater than one of the second; a tie is half. */
function auc(first: number[], second: number[]): number {
  const wins = first.flatMap((a) =>
    second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))
  )
  return mean(wins)
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Whether the whole interval lies where the two kinds cannot be told apart: no farther from 0.5 than so. */
export function isEqual({ low, high }: Separation, margin = 0.05): boolean {
  return low >= 0.5 - margin && high <= 0.5 + margin
}

/** @example inWords(separation(rounds)) // "0.502 [0.481, 0.520]" */
export function inWords({ auc, low, high }: Separation): string {
  return `${auc.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
}

/** The median of a kind over all rounds, in milliseconds. */
export function median(rounds: Round[], kind: keyof Round): string {
  const all = rounds.flatMap((round) => round[kind]).sort((a, b) => a - b)
  return all[Math.floor(all.length / 2)].toFixed(2)
}

export function shuffle<T>(values: T[]): T[] {
  return values
    .map((value) => ({ value, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}
