import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Probe } from "./probe"

const undone: string[] = []

function undoableStep(id: string) {
  return createStep(
    id,
    async (name: string) => new StepResponse(name, name),
    async (name) => {
      if (name) {
        undone.push(name)
      }
    }
  )
}

const renamedStep = undoableStep("probe-renamed")
const plainStep = undoableStep("probe-plain")

const failStep = createStep("probe-fail", () => {
  throw Object.assign(new TypeError("it failed"), {
    type: "not_allowed",
    code: "probe_code",
    details: { retry_after: 42 },
  })
})

const failingWorkflow = createWorkflow(
  "probe-failing",
  (input: { run: boolean }) => {
    when(input, ({ run }) => run).then(() => {
      renamedStep("renamed in when").config({ name: "probe-other-name" })
    })
    when({ input }, ({ input: { run } }) => run).then(() => {
      plainStep("plain in when")
    })
    plainStep("renamed outside").config({ name: "probe-outside" })
    failStep()
  }
)

const hookedWorkflow = createWorkflow(
  "probe-hooked",
  (input: { name: string }) => {
    const probeHook = createHook("probeHook", input)
    const done = plainStep("after the hook").config({ name: "probe-last" })
    return new WorkflowResponse(done, { hooks: [probeHook] })
  }
)

const failedWorkflow: Probe = async (container) => {
  undone.length = 0
  const { errors } = await failingWorkflow(container).run({
    input: { run: true },
    throwOnError: false,
  })
  const thrown: unknown = await failingWorkflow(container)
    .run({ input: { run: true } })
    .catch((error: unknown) => error)
  const describe = (error: unknown) => {
    const { name, message, type, code, details } = Object(error) as Record<
      string,
      unknown
    >
    return { name, message, type, code, details }
  }
  return {
    undone: [...new Set(undone)].sort(),
    errors: errors.map(({ action, error }) => ({
      action,
      isError: (error as unknown) instanceof Error,
      ...describe(error),
    })),
    thrown: describe(thrown),
  }
}

const hooks: Probe = async (container) => {
  const seen: unknown[] = []
  hookedWorkflow.hooks.probeHook((input, { container: given }) => {
    seen.push({ input, container: typeof given.resolve })
  })
  const { result } = await hookedWorkflow(container).run({
    input: { name: "Ada" },
  })
  let second = "taken"
  try {
    hookedWorkflow.hooks.probeHook(() => undefined)
  } catch {
    second = "refused"
  }
  return { seen, result, second }
}

export const engineProbes = { failedWorkflow, hooks } satisfies Record<
  string,
  Probe
>
