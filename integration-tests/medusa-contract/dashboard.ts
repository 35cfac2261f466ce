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
    "Medusa's dashboard has the zone customer.details.side.before for a widget",
    "src/admin/widgets",
    () => {
      expect(source("@medusajs/admin-shared")).toContain(
        '"customer.details.side.before"'
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
