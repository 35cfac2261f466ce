// @ts-check
// Prints as JSON what each named file of Medusa exports to a store. A process of its own: each version has its own Medusa.
const { createRequire } = require("node:module")
const path = require("node:path")

const [dir, ...paths] = process.argv.slice(2)
const requireAsStore = createRequire(path.join(dir, "package.json"))

/** @param {string} name */
function exportsOf(name) {
  try {
    return Object.fromEntries(
      Object.entries(requireAsStore(name)).map(([key, value]) => [
        key,
        typeof value === "function"
          ? `${value.length} parameters`
          : typeof value,
      ])
    )
  } catch (error) {
    return { missing: String(error).split("\n")[0] }
  }
}

process.stdout.write(
  JSON.stringify(
    Object.fromEntries(paths.map((name) => [name, exportsOf(name)]))
  ),
  () => process.exit()
)
