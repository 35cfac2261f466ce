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
