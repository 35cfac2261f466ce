import type { Store } from "../helpers/store"
import { assumption, probe } from "./assumption"

const FILE = "src/workflows"

/** A step's error as a workflow passes it on. */
const ERROR = {
  name: "TypeError",
  message: "it failed",
  type: "not_allowed",
  code: "probe_code",
  details: { retry_after: 42 },
}

export function engine(store: Store) {
  assumption(
    "31a",
    "Medusa undoes every step of a failed workflow but one that config renames inside when",
    FILE,
    async () => {
      const { undone } = await probe(store, "failedWorkflow")

      expect(undone).toEqual(["plain in when", "renamed outside"])
    }
  )

  assumption(
    "31b",
    "Medusa reports a failed step by its id and a copy of its error, with name, message, type, code and details",
    FILE,
    async () => {
      const { errors, thrown } = await probe(store, "failedWorkflow")

      expect(errors).toEqual([
        { action: "probe-fail", isError: false, ...ERROR },
      ])
      expect(thrown).toEqual(ERROR)
    }
  )

  assumption(
    "31c",
    "Medusa runs the one handler of a workflow's hook with the hook's input and the container, and refuses a second handler",
    FILE,
    async () => {
      expect(await probe(store, "hooks")).toEqual({
        seen: [{ input: { name: "Ada" }, container: "function" }],
        result: "after the hook",
        second: "refused",
      })
    }
  )
}
