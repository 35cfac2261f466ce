import type {
  ConfigModule,
  LoaderOptions,
  Logger,
} from "@medusajs/framework/types"
import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { tokenKeys } from "../../../keys"
import { loadTemplate, storeRoots } from "../../../notifications"
import {
  CONTACTS,
  parseOptions,
  TEMPLATE_BLOCKS,
  usesContact,
  verificationOf,
  type PluginOptions,
} from "../../../options"
import type { Templates } from "../types"

const providersSchema = z.object({
  options: z.object({
    providers: z.array(
      z.object({
        id: z.string().optional(),
        options: z
          .object({ channels: z.array(z.string()).optional() })
          .optional(),
      })
    ),
  }),
})

/**
 * Stops the boot when the options are wrong, and says what would only show when a customer meets it: a key or a
 * template that cannot be read, a provider that the options need and the store does not have. What it reads of the
 * templates is kept in the module's container.
 *
 * @throws MedusaError `invalid_argument` for wrong options
 * @throws Error for a template file that is not well formed, or a secret that is no key
 */
export default async function checkSetup({
  options,
  container,
  logger,
}: LoaderOptions): Promise<void> {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const { http } = config.projectConfig
  const parsed = parseOptions(options, { storeCors: http.storeCors })
  tokenKeys(http)
  const templates = loadTemplates(parsed)
  container.register("templates", asValue(templates))
  nameTemplates(templates, logger)
  for (const missing of [
    ...missingProvider(parsed, config),
    ...missingChannels(parsed, config),
  ]) {
    logger?.warn(`customer-registration: ${missing}`)
  }
}

function loadTemplates(options: PluginOptions): Templates {
  const roots = storeRoots(process.cwd())
  const entries = TEMPLATE_BLOCKS.map((name) => {
    const block = options[name]
    const template = block ? block.template : undefined
    return [name, loadTemplate(template, roots)]
  })
  return Object.fromEntries(entries) as Templates
}

function nameTemplates(templates: Templates, logger?: Logger): void {
  for (const name of TEMPLATE_BLOCKS) {
    const { kind } = templates[name]
    if (kind !== "default") {
      const source =
        kind === "file"
          ? "a file of the store"
          : "an id of the notification provider"
      logger?.info(`customer-registration: ${name}.template is ${source}`)
    }
  }
}

function missingProvider(
  options: PluginOptions,
  { modules }: ConfigModule
): string[] {
  const { data } = providersSchema.safeParse(modules?.[Modules.AUTH])
  const there = data?.options.providers.some(({ id }) => id === "phonepass")
  return usesContact(options, "phone") && !there
    ? [
        `registration or login by phone needs the auth provider "phonepass"; add { resolve: "customer-registration/providers/phonepass", id: "phonepass" } to the providers of the auth module`,
      ]
    : []
}

function missingChannels(
  options: PluginOptions,
  { modules }: ConfigModule
): string[] {
  const { data } = providersSchema.safeParse(modules?.[Modules.NOTIFICATION])
  const served = data?.options.providers.flatMap(
    (provider) => provider.options?.channels ?? []
  )
  return CONTACTS.flatMap((contact) => {
    const channel = verificationOf(options, contact)?.channel
    return channel && !served?.includes(channel)
      ? [
          `no notification provider serves the channel "${channel}"; codes that go out on it will fail`,
        ]
      : []
  })
}
