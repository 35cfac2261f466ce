import { randomUUID } from "node:crypto"

declare const content: unique symbol

/** A handle on something secret. It can be stored and shown: outside this process it is of no use. */
export type Secret<Value = string> = string & { [content]: Value }

/** Milliseconds that a secret is kept: far longer than a workflow runs. */
const KEPT_MS = 60_000

const kept = new Map<string, unknown>()

/**
 * Wraps a secret for a workflow. What goes into a workflow becomes part of its state, and state is stored and shown;
 * so a handle goes in, and the secret stays in this process for a minute.
 *
 * @example await changePasswordWorkflow(container).run({ input: { customer_id, auth_identity_id, old_password: secret(old), new_password: secret(next) } })
 */
export function secret<Value>(value: Value): Secret<Value> {
  const handle = `secret_${randomUUID()}`
  kept.set(handle, value)
  setTimeout(() => kept.delete(handle), KEPT_MS).unref()
  return handle as Secret<Value>
}

/**
 * The secret behind a handle.
 *
 * @throws Error when it is not kept any more, or by another process
 * @example reveal(input.new_password)
 */
export function reveal<Value>(handle: Secret<Value>): Value {
  if (!kept.has(handle)) {
    throw new Error(
      "customer-registration: this process does not keep the secret; run the workflow right after secret()"
    )
  }
  return kept.get(handle) as Value
}
