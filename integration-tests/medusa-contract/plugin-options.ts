import { lastCodeFor, registerCustomer } from "../helpers/fixtures"
import type { Store } from "../helpers/store"
import { assumption, probe } from "./assumption"
import { medusa } from "./medusas"

const FILE = "src/medusa/plugin-options.ts"

/** In a store with the plugin. */
export function pluginOptions(store: Store) {
  assumption(
    "32a",
    "Medusa keeps a plugin's options in its configuration as those of each of the plugin's modules",
    FILE,
    async () => {
      const { options, parsed } = await probe(store, "pluginOptions")

      expect(options).toEqual(
        expect.arrayContaining(["phone", "storefrontUrl"])
      )
      expect(parsed).toBe("https://shop.example.com")
    }
  )

  assumption(
    "32b",
    "Medusa adds database, and nothing else, to the options that it hands to a module",
    FILE,
    async () => {
      const { options } = await probe(store, "pluginOptions")

      expect(options).toEqual([
        "database",
        "phone",
        "phone_verification",
        "storefrontUrl",
      ])
    }
  )

  assumption(
    "32c",
    "Medusa hands a code that a client requests and types to the provider that verification.providers names; a version without verification reads no such list",
    "src/providers/otp",
    async () => {
      const { registrationToken: token, email } = await registerCustomer(store)
      const requested = await store.api("POST", "/auth/verification/request", {
        token,
        body: { entity_id: email, entity_type: "email", code_provider: "otp" },
      })
      if (!medusa.newer.verification) {
        // Taken for a login of an actor type "verification".
        expect(requested.status).toBe(401)
        return
      }
      expect(requested.status).toBe(201)
      const code = await lastCodeFor(store, email)

      const confirmed = await store.api("POST", "/auth/verification/confirm", {
        token,
        body: { code, code_provider: "otp" },
      })

      expect(confirmed).toMatchObject({
        status: 200,
        body: { entity_id: email, verified_at: expect.any(String) },
      })
    }
  )
}
