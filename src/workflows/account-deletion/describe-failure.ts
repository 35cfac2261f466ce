/** A failed step, as a workflow's result tells of it. */
export type Failure = { action: string; error: unknown }

/**
 * What failed, in words that name no contact: the step and the kind of its error. An error's message may quote what it
 * was given.
 *
 * @example describeFailure({ action: "detach-carts", error: new TypeError("…") }) // "detach-carts: TypeError"
 */
export function describeFailure({ action, error }: Failure): string {
  // A workflow's result holds a copy of the error, which is no Error any more.
  const name: unknown = Reflect.get(Object(error) as object, "name")
  const isName = typeof name === "string" && /^\w+$/.test(name)
  return `${action}: ${isName ? name : "Error"}`
}
