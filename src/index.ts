/**
 * The options of the plugin's entry in `medusa-config`.
 *
 * @example { resolve: "customer-registration", options: { otpLength: 8 } satisfies PluginOptions }
 */
export type { StoreOptions as PluginOptions } from "./options"
