import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../../..")
const PLUGIN = path.join(ROOT, ".medusa/server/src/api")
const MEDUSA = path.join(
  path.dirname(require.resolve("@medusajs/medusa/package.json")),
  "dist/api"
)

/** Every route of the built plugin. */
export const routesOfPlugin = () => routesIn(PLUGIN, "")

/** The routes of Medusa by which customers and admins log in, and those of the customer. */
export const routesOfMedusa = () => [
  ...routesIn(MEDUSA, "auth"),
  ...routesIn(MEDUSA, "store/customers"),
]

/** As `GET /store/customers/me`, from the folders and what their `route.js` exports. */
function routesIn(api: string, under: string): string[] {
  return readdirSync(path.join(api, under), { recursive: true })
    .map(String)
    .filter((file) => path.basename(file) === "route.js")
    .flatMap((file) => {
      const source = readFileSync(path.join(api, under, file), "utf8")
      const methods = source.matchAll(
        /exports\.(GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD)\b/g
      )
      const folder = path.posix.join("/", under, path.dirname(file))
      return [...new Set([...methods].map(([, method]) => method))].map(
        (method) => `${method} ${folder}`
      )
    })
    .sort()
}
