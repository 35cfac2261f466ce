import type { Mode } from "./model"

/** Of `npm test`, where a change is tested and not the luck of a day. `npm run test:fuzz` takes another one each time. */
const SEED = 20_261_127

/** How a run is asked for, or asked for again, by environment variables. */
export type Settings = {
  /** `FUZZ_SEED` */
  seed: number
  /** Where the failure of a run with this seed is, as it said: `FUZZ_PATH` and `FUZZ_REPLAY`. */
  path?: string
  replayPath?: string
}

export function readSettings(): Settings {
  const { FUZZ_SEED, FUZZ_PATH, FUZZ_REPLAY } = process.env
  return {
    seed: FUZZ_SEED ? Number(FUZZ_SEED) : SEED,
    path: FUZZ_PATH,
    replayPath: FUZZ_REPLAY,
  }
}

/** `FUZZ_RUNS`, else so many. */
export function runsOf(name: string, usual: number): number {
  return Number(process.env[name] ?? usual)
}

/** Whether `FUZZ_MODE` leaves a mode out. */
export function isLeftOut(mode: Mode): boolean {
  const { FUZZ_MODE } = process.env
  return FUZZ_MODE !== undefined && FUZZ_MODE !== mode
}

/** Written at once, past Jest's own console. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
