import type {
  ConfigModule,
  LoaderOptions,
  Logger,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { loadTemplate, storeRoots } from "../../../notifications"
import { parseOptions, usesContact, type PluginOptions } from "../../../options"

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

/** The options in which a template may be named. */
const WITH_TEMPLATES = [
  "email_verification",
  "phone_verification",
  "password_reset",
  "account_deletion_request",
  "account_deletion_cancel",
] as const satisfies (keyof PluginOptions)[]

/**
 * Says at boot what would only show when a customer meets it: a template that cannot be read, a provider that the
 * options need and the store does not have.
 *
 * @throws Error for a template file that is not well formed
 */
export default async function checkSetup({
  options,
  container,
  logger,
}: LoaderOptions): Promise<void> {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const { storeCors } = config.projectConfig.http
  const parsed = parseOptions(options, { storeCors })
  nameTemplates(parsed, logger)
  for (const missing of [
    ...missingProvider(parsed, config),
    ...missingChannels(parsed, config),
  ]) {
    logger?.warn(`customer-registration: ${missing}`)
  }
}

function nameTemplates(options: PluginOptions, logger?: Logger): void {
  for (const name of WITH_TEMPLATES) {
    const block = options[name]
    const named = block ? block.template : undefined
    const { kind } = loadTemplate(named, storeRoots(process.cwd()))
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
  { email_verification, phone_verification }: PluginOptions,
  { modules }: ConfigModule
): string[] {
  const { data } = providersSchema.safeParse(modules?.[Modules.NOTIFICATION])
  const served = data?.options.providers.flatMap(
    (provider) => provider.options?.channels ?? []
  )
  return [email_verification, phone_verification].flatMap((verification) =>
    verification && !served?.includes(verification.channel)
      ? [
          `no notification provider serves the channel "${verification.channel}"; codes that go out on it will fail`,
        ]
      : []
  )
}
