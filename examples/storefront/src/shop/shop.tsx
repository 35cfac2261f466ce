import {
  createCustomerClient,
  RequestError,
  type CustomerClient,
  type TokenStore,
} from "customer-registration/client"
import { createContext, useContext } from "react"
import type { Config } from "../config"

const TOKEN = "customer-token"

/** The login outlives the page, until the customer signs out. */
const tokenStore: TokenStore = {
  get: () => localStorage.getItem(TOKEN),
  set: (token) => localStorage.setItem(TOKEN, token),
  remove: () => localStorage.removeItem(TOKEN),
}

export type Name = { first_name: string; last_name: string }

export type Shop = {
  config: Config
  customers: CustomerClient
  /** Medusa's own `POST /store/customers/me`; a storefront with `@medusajs/js-sdk` has `sdk.store.customer.update`. */
  saveName: (name: Name) => Promise<void>
}

export function openShop(config: Config): Shop {
  const { baseUrl, publishableApiKey } = config
  const customers = createCustomerClient({
    baseUrl,
    publishableApiKey,
    tokenStore,
  })
  return {
    config,
    customers,
    saveName: async (name) => {
      const response = await send(`${baseUrl}/store/customers/me`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-publishable-api-key": publishableApiKey,
          authorization: `Bearer ${await customers.getToken()}`,
        },
        body: JSON.stringify(name),
      })
      if (!response.ok) {
        const answer = (await response.json()) as Partial<RequestError>
        const { message = "", code } = answer
        throw new RequestError(message, response.status, code)
      }
    },
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch {
    throw new RequestError("The server could not be reached.", 0)
  }
}

const Context = createContext<Shop | undefined>(undefined)

export const ShopProvider = Context.Provider

export function useShop(): Shop {
  const shop = useContext(Context)
  if (!shop) {
    throw new Error("useShop is for what is inside ShopProvider")
  }
  return shop
}
