import { AsyncLocalStorage } from "node:async_hooks"
import { container } from "@medusajs/framework"
import type { MedusaContainer } from "@medusajs/framework/types"

/**
 * The store's container, for what runs in the container of one of Medusa's modules, where the plugin's modules are not.
 * Medusa fills it while it starts, so it is asked for when a request comes in, and never at the start.
 *
 * @example storeContainer().resolve(Modules.NOTIFICATION)
 */
export function storeContainer(): MedusaContainer {
  return container
}

const clientIps = new AsyncLocalStorage<string | undefined>()

/**
 * Keeps a client's address for what a request leads to, however deep in Medusa.
 *
 * @example withClientIp(req.ip, next)
 */
export function withClientIp(ip: string | undefined, work: () => void): void {
  clientIps.run(ip, work)
}

/** The address of the client whose request led here, if it was kept. */
export function clientIp(): string | undefined {
  return clientIps.getStore()
}
