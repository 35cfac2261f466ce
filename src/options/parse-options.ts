import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "zod"
import { withoutDatabase } from "../medusa/plugin-options"
import { optionsSchema } from "./schema"
import { resolveOptions, type PluginOptions } from "./resolve-options"

/** The parts of Medusa's configuration that defaults are taken from. */
export type OptionsContext = { storeCors?: string }

const parsed = new WeakMap<object, PluginOptions>()

/**
 * Parses the plugin's options; one and the same object is parsed once.
 *
 * @param raw the `options` of the plugin's entry in `medusa-config`
 * @param context where defaults come from
 * @returns the options with every default filled in
 * @throws MedusaError `invalid_argument`, one message that names every fault by its path
 * @example parseOptions({ registration: { identifier: "phone" } }, {}).login.identifier // "phone"
 */
export function parseOptions(
  raw: unknown,
  context: OptionsContext
): PluginOptions {
  const input = raw ?? {}
  if (typeof input !== "object" || Array.isArray(input)) {
    throw invalid(["(options): expected an object"])
  }
  const known = parsed.get(input)
  if (known) {
    return known
  }
  const options = parse(input, context)
  parsed.set(input, options)
  return options
}

function parse(input: object, { storeCors }: OptionsContext): PluginOptions {
  const result = optionsSchema.safeParse(withoutDatabase(input))
  if (!result.success) {
    throw invalid(result.error.issues.flatMap(faults))
  }
  const options = resolveOptions(result.data, storeCors)
  if (options.password_reset && !options.storefrontUrl) {
    throw invalid([
      "storefrontUrl: required by password_reset, because http.storeCors holds no plain origin",
    ])
  }
  const { unverified_account_days } = options.cleanup
  if (unverified_account_days && !options.registration.require_verification) {
    throw invalid([
      "cleanup.unverified_account_days: not with registration.require_verification false, where accounts in use are never verified",
    ])
  }
  return options
}

function faults(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "invalid_union") {
    // A block or `false`: the faults inside a block say more than that it is neither.
    const block = issue.errors.find((branch) => branch.every(isInside))
    if (block) {
      return block.flatMap((inner) =>
        faults({ ...inner, path: [...issue.path, ...inner.path] })
      )
    }
  }
  const path = issue.path.join(".")
  if (issue.code !== "unrecognized_keys") {
    return [`${path || "(options)"}: ${issue.message}`]
  }
  return issue.keys.map(
    (key) => `${[path, key].filter(Boolean).join(".")}: unknown option`
  )
}

function isInside({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || code === "unrecognized_keys"
}

function invalid(all: string[]): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `customer-registration: invalid plugin options:\n${all.map((fault) => `  - ${fault}`).join("\n")}`
  )
}
