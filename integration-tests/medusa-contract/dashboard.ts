import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { assumption } from "./assumption"
import { medusa } from "./medusas"

/** What Medusa's bundler puts into the dashboard's code. */
const CONSTANTS = ["__BACKEND_URL__"]
const NEWER_CONSTANTS = ["__AUTH_TYPE__", "__JWT_TOKEN_STORAGE_KEY__"]

export function dashboard() {
  assumption(
    "33a",
    "Medusa's bundler defines __BACKEND_URL__ in the dashboard, and newer ones __AUTH_TYPE__ and __JWT_TOKEN_STORAGE_KEY__",
    "src/admin/lib",
    () => {
      const bundler = source("@medusajs/admin-bundler")
      const defined = [...CONSTANTS, ...NEWER_CONSTANTS].filter((name) =>
        new RegExp(`${name}: JSON\\.stringify`).test(bundler)
      )

      expect(defined).toEqual(
        medusa.name === "current"
          ? [...CONSTANTS, ...NEWER_CONSTANTS]
          : CONSTANTS
      )
    }
  )

  assumption(
    "33b",
    "Medusa's data table keeps a column narrow by the id action",
    "src/admin/components",
    () => {
      const table = source(
        "@medusajs/ui",
        "blocks/data-table/components/data-table-table.js"
      )

      expect(table).toMatch(/\.id === "action"/)
    }
  )

  assumption(
    "33c",
    "Medusa's dashboard has the zones customer.details.side.before and order.details.side.before for widgets",
    "src/admin/widgets",
    () => {
      const zones = source("@medusajs/admin-shared")

      expect(zones).toContain('"customer.details.side.before"')
      expect(zones).toContain('"order.details.side.before"')
    }
  )

  assumption(
    "33d",
    "Medusa's dashboard adds a plugin's texts to its own by language and namespace, and falls back to English",
    "src/admin/i18n",
    () => {
      const app = source(
        "@medusajs/dashboard/package.json",
        "src/dashboard-app/dashboard-app.tsx"
      )
      const config = source(
        "@medusajs/dashboard/package.json",
        "src/i18n/config.ts"
      )

      expect(app).toMatch(
        /deepMerge\(resources, plugin\.i18nModule\?\.resources\)/
      )
      expect(config).toContain('fallbackLng: "en"')
    }
  )

  assumption(
    "33e",
    "Medusa's data table has its menus in its toolbar, and older ones in the bar of filters",
    "src/admin/components",
    () => {
      const bar = source(
        "@medusajs/ui",
        "blocks/data-table/components/data-table-filter-bar.js"
      )

      expect(bar.includes("DataTableFilterMenu")).toBe(
        medusa.name !== "current"
      )
    }
  )
}

/** The compiled text of a package of Medusa's, of its entry or of a file beside that. */
function source(name: string, file?: string): string {
  const { resolve } = createRequire(path.join(medusa.storeDir, "package.json"))
  const entry = resolve(name)
  return readFileSync(
    file ? path.join(path.dirname(entry), file) : entry,
    "utf8"
  )
}
