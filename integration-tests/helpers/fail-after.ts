import { Store } from "./store"
import { written, writtenBesidesLimits } from "./written"

/** Runs a workflow of the plugin inside one whose next step fails, so that it is undone. */
export async function failAfter(
  store: Store,
  workflow: string,
  input: Record<string, unknown>
): Promise<void> {
  const { status, body } = await store.api(
    "POST",
    `/store/fail-after/${workflow}`,
    { body: input }
  )
  expect({ status, body }).toEqual({
    status: 200,
    body: { failed: ["the step after it failed"] },
  })
}

/** Expects that such a run leaves every row as it was. */
export async function expectUndone(
  store: Store,
  workflow: string,
  input: Record<string, unknown>,
  rows: typeof writtenBesidesLimits = written
): Promise<void> {
  const before = await rows(store)
  await failAfter(store, workflow, input)
  expect(await rows(store)).toEqual(before)
}
