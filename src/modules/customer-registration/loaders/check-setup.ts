import type { LoaderOptions, Logger } from "@medusajs/framework/types"
import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { tokenKeys, weaknessOf } from "../../../keys"
import {
  loadLanguages,
  storeRoots,
  StoreMessages,
} from "../../../notifications"
import {
  inProduction,
  parseOptions,
  templateChoices,
  type PluginOptions,
} from "../../../options"
import { setupChecks } from "../setup-checks"

/**
 * Stops the boot when the options are wrong, and says what would only show when a customer meets it: a key, a
 * language or a template that cannot be read, a provider that the options need and the store does not have. What it reads of the
 * messages is kept in the module's container.
 *
 * @throws MedusaError `invalid_argument` for wrong options
 * @throws Error for a template or a language that is no file or not well formed, a secret that is no key, or, in production, one that
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
  const messages = loadMessages(parsed)
  container.register("messages", asValue(messages))
  nameTemplates(messages, logger)
  for (const { level, says } of setupChecks(parsed, config)) {
    if (level !== "ok") {
      logger?.warn(`customer-registration: ${says}`)
    }
  }
}

function loadMessages(options: PluginOptions): StoreMessages {
  const roots = storeRoots(process.cwd())
  try {
    const languages = loadLanguages(options.messages, roots)
    return new StoreMessages(languages, templateChoices(options), roots)
  } catch (error) {
    const { message } = error as Error
    throw new Error(`customer-registration: ${message}`, { cause: error })
  }
}

function nameTemplates(messages: StoreMessages, logger?: Logger): void {
  for (const { path, kind } of messages.ownTemplates()) {
    const source =
      kind === "file"
        ? "a file of the store"
        : "an id of the notification provider"
    logger?.info(`customer-registration: ${path} is ${source}`)
  }
}
