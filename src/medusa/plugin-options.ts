import type { ConfigModule } from "@medusajs/framework/types"

/**
 * The plugin's options as the store wrote them, for its auth provider: Medusa hands them to the plugin's modules only,
 * and keeps them in the configuration beside each of these.
 *
 * @example parseOptions(pluginOptions(configModule), { storeCors })
 */
export function pluginOptions({ modules }: ConfigModule): unknown {
  const declaration: unknown = modules?.customerRegistration
  return Reflect.get(Object(declaration) as object, "options")
}

/**
 * Options without what Medusa adds to them: it gives every module its `database` in the object that holds the options.
 *
 * @example withoutDatabase({ otpLength: 6, database: {} }) // { otpLength: 6 }
 */
export function withoutDatabase(options: object): Record<string, unknown> {
  const { database: _database, ...own } = options as Record<string, unknown>
  return own
}
