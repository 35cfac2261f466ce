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

/** Expects that such a run leaves every row as it was; but sessions that it has revoked stay so. */
export async function expectUndone(
  store: Store,
  workflow: string,
  input: Record<string, unknown>,
  rows: typeof writtenBesidesLimits = written
): Promise<void> {
  const { sessions: _before, ...before } = await rows(store)
  await failAfter(store, workflow, input)
  const { sessions: _after, ...after } = await rows(store)
  expect(after).toEqual(before)
}
