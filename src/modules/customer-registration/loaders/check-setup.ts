import type { LoaderOptions, Logger } from "@medusajs/framework/types"
import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { tokenKeys, weaknessOf } from "../../../keys"
import { loadTemplate, storeRoots, type Template } from "../../../notifications"
import {
  inProduction,
  parseOptions,
  TEMPLATE_BLOCKS,
  type PluginOptions,
  type TemplateBlock,
} from "../../../options"
import type { Templates } from "../types"
import { setupChecks } from "../setup-checks"

/**
 * Stops the boot when the options are wrong, and says what would only show when a customer meets it: a key or a
 * template that cannot be read, a provider that the options need and the store does not have. What it reads of the
 * templates is kept in the module's container.
 *
 * @throws MedusaError `invalid_argument` for wrong options
 * @throws Error for a template that is no file or not well formed, a secret that is no key, or, in production, one that
 * can be guessed
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
  const weakness = weaknessOf(http)
  if (weakness && inProduction()) {
    throw new Error(`customer-registration: ${weakness}`)
  }
  const templates = loadTemplates(parsed)
  container.register("templates", asValue(templates))
  nameTemplates(templates, logger)
  for (const { level, says } of setupChecks(parsed, config)) {
    if (level !== "ok") {
      logger?.warn(`customer-registration: ${says}`)
    }
  }
}

function loadTemplates(options: PluginOptions): Templates {
  const roots = storeRoots(process.cwd())
  const entries = TEMPLATE_BLOCKS.map((name) => {
    const block = options[name]
    const template = block ? block.template : undefined
    return [name, readTemplate(name, template, roots)]
  })
  return Object.fromEntries(entries) as Templates
}

function readTemplate(
  name: TemplateBlock,
  template: string | undefined,
  roots: string[]
): Template {
  try {
    return loadTemplate(template, roots)
  } catch (error) {
    const { message } = error as Error
    throw new Error(`customer-registration: ${name}.template: ${message}`, {
      cause: error,
    })
  }
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
