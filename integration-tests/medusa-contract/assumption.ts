import type { Store } from "../helpers/store"

export type Assumption = { number: string; sentence: string; file: string }

/** All that the spec holds Medusa to, in the order of its tests. */
export const ASSUMPTIONS: Assumption[] = []

/**
 * A test of one thing that Medusa promises us and that its next version may change.
 *
 * @param number of the assumption in docs/medusa-contract.md
 * @param file that leans on it, or a folder: the place to look at when the test is red
 */
export function assumption(
  number: string,
  sentence: string,
  file: string,
  test: jest.ProvidesCallback
): void {
  ASSUMPTIONS.push({ number, sentence, file })
  it(`${number}. ${sentence} [${file}]`, test)
}

/** Runs a probe of the contract's store → its facts. */
export async function probe(
  store: Store,
  name: string,
  input: Record<string, string> = {}
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec says what it expects in here
): Promise<any> {
  const { status, body } = await store.api("POST", `/probes/${name}`, {
    body: input,
  })
  if (status !== 200) {
    throw new Error(
      `The probe ${name} failed: ${body.failed ?? JSON.stringify(body)}`
    )
  }
  return body.facts
}
