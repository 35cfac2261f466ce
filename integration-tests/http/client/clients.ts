import Medusa from "@medusajs/js-sdk"
import { createRequire } from "node:module"
import path from "node:path"
import type * as ClientPackage from "../../../src/client"
import { STORE_DIR } from "../../helpers/boot-store"
import { Store } from "../../helpers/store"
import { cookieFetch } from "./cookie-fetch"

const installed = createRequire(path.join(STORE_DIR, "medusa-config.ts"))

/** As the plugin's build made it, and a storefront gets it. */
export const { createCustomerClient, RequestError } = installed(
  "customer-registration/client"
) as typeof ClientPackage

export type Customers = ClientPackage.CustomerClient

/** The modes of registration, each by the server that has it. */
export const MODES = ["phone", "email", "both"] as const

export type Mode = (typeof MODES)[number]

/** What of a client's surroundings a test looks at. */
export type Visitor = {
  customers: Customers
  /** Who is logged in, as the storefront's other requests see it. */
  whoAmI: () => Promise<string | undefined>
}

export type Kind = "on its own" | "on an SDK" | "on an SDK with sessions"

export const KINDS: Kind[] = [
  "on its own",
  "on an SDK",
  "on an SDK with sessions",
]

const originalFetch = globalThis.fetch

/** Another browser in which the storefront is opened. */
export async function visit(
  store: Store,
  kind: Kind,
  mode: Mode = "both"
): Promise<Visitor> {
  globalThis.fetch = cookieFetch(originalFetch)
  const baseUrl = store.urls[MODES.indexOf(mode)]
  const publishableKey = await publishableKeyOf(store)
  if (kind === "on its own") {
    const customers = createCustomerClient({
      baseUrl,
      publishableApiKey: publishableKey,
    })
    const whoAmI = () =>
      customers.retrieveCustomer().then(
        ({ customer }) => customer.id,
        () => undefined
      )
    return { customers, whoAmI }
  }
  const sdk = new Medusa({
    baseUrl,
    publishableKey,
    auth:
      kind === "on an SDK"
        ? { type: "jwt", jwtTokenStorageMethod: "memory" }
        : { type: "session" },
  })
  const whoAmI = () =>
    sdk.store.customer.retrieve().then(
      ({ customer }) => customer.id,
      () => undefined
    )
  return { customers: createCustomerClient({ sdk }), whoAmI }
}

/** Puts `fetch` back as it was. */
export function closeBrowsers(): void {
  globalThis.fetch = originalFetch
}

let known: string | undefined

async function publishableKeyOf({ db }: Store): Promise<string> {
  if (known === undefined) {
    const { rows } = await db.query<{ token: string }>(
      "select token from api_key where type = 'publishable'"
    )
    known = rows[0].token
  }
  return known
}
