import type { Store } from "../helpers/store"
import { assumption, probe } from "./assumption"

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
}
