type Failure = { action: string; error: unknown }

type Workflow<Input> = {
  run: (run: {
    input: Input
    throwOnError: false
  }) => Promise<{ errors: Failure[] }>
}

/**
 * Runs a workflow and describes its first failed step.
 *
 * @returns the description; `undefined` if the workflow succeeded
 * @example const failure = await failureOf(eraseCustomerWorkflow(container), { customer_id })
 */
export async function failureOf<Input>(
  workflow: Workflow<Input>,
  input: Input
): Promise<string | undefined> {
  const { errors } = await workflow.run({ input, throwOnError: false })
  return errors[0] && describeFailure(errors[0])
}

/**
 * Names the failed step and the kind of its error. The error's message is left out, because it may quote a contact.
 *
 * @example describeFailure({ action: "detach-carts", error: new TypeError("…") }) // "detach-carts: TypeError"
 */
export function describeFailure({ action, error }: Failure): string {
  // A workflow's result holds a plain copy of the error, so instanceof Error is false.
  const name: unknown = Reflect.get(Object(error) as object, "name")
  const isName = typeof name === "string" && /^\w+$/.test(name)
  return `${action}: ${isName ? name : "Error"}`
}
