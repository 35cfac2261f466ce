import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { withoutDatabase } from "../medusa/plugin-options"
import { messageFaults } from "./messages"
import { optionsSchema } from "./schema"
import { accepts, resolveOptions, type PluginOptions } from "./resolve-options"
import { readTestContacts } from "./test-contacts"

/** The parts of Medusa's configuration that defaults are taken from. */
export type OptionsContext = { storeCors?: string }

const UNKNOWN_KEYS = "unrecognized_keys"

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
    throw invalid([fault("Invalid input: expected one object")])
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
    throw invalid(result.error.issues.flatMap(insideBlock))
  }
  const options = resolveOptions(result.data, storeCors)
  const { contacts, faults } = readTestContacts(options)
  const unfit = [
    ...unfitOptions(options),
    ...messageFaults(options).map(({ path, message }) =>
      fault(message, ...path)
    ),
    ...faults.map(({ nth, field, message }) =>
      fault(message, "test_contacts", nth, field)
    ),
  ]
  if (unfit.length) {
    throw invalid(unfit)
  }
  return { ...options, test_contacts: contacts }
}

/** What is right by itself, and does not fit the rest. */
function unfitOptions(options: PluginOptions): z.core.$ZodIssue[] {
  const { cleanup, password_reset, registration, storefrontUrl } = options
  const unfit: z.core.$ZodIssue[] = []
  if (password_reset && !storefrontUrl) {
    unfit.push(
      fault(
        "required by password_reset, because http.storeCors holds no plain origin",
        "storefrontUrl"
      )
    )
  }
  if (cleanup.unverified_account_days && !registration.require_verification) {
    unfit.push(
      fault(
        "not with registration.require_verification false, where accounts in use are never verified",
        "cleanup",
        "unverified_account_days"
      )
    )
  }
  const fit = registrationFault(options)
  if (fit) {
    unfit.push(fault(fit, "login", "code_registration"))
  }
  return unfit
}

/** Why a first code can register nobody: it proves one contact, by which customers must both register and log in. */
function registrationFault({
  registration: { identifier },
  login,
}: PluginOptions): string | undefined {
  if (!login.code_registration) {
    return undefined
  }
  if (!login.methods.includes("code")) {
    return `needs "code" in login.methods`
  }
  return identifier === "both" || !accepts(login.identifier, identifier)
    ? "needs a registration.identifier that is one contact, and that a login accepts"
    : undefined
}

/** What is wrong inside a block, where the options may hold a block or `false`: it says more than that it is neither. */
function insideBlock(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  const branches = issue.code === "invalid_union" ? issue.errors : []
  const block = branches.find((branch) =>
    branch.every(({ code, path }) => path.length || code === UNKNOWN_KEYS)
  )
  return (
    block?.map((inner) => ({
      ...inner,
      path: [...issue.path, ...inner.path],
    })) ?? [issue]
  )
}

function fault(
  message: string,
  ...path: (string | number)[]
): z.core.$ZodIssue {
  return { code: "custom", message, path, input: undefined }
}

function invalid(issues: z.core.$ZodIssue[]): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `customer-registration: invalid plugin options:\n${z.prettifyError(new z.ZodError(issues))}`
  )
}
