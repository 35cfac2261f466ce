import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { parseOptions } from "../../../options"

/** Stops the boot when the plugin's options are wrong. */
export default async function validateOptions({
  options,
  container,
}: LoaderOptions): Promise<void> {
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  parseOptions(options, { storeCors: http.storeCors })
}
