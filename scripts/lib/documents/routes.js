// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { ROOT } = require("../plugin-package")

/** @typedef {{ methods: string[], pattern: RegExp, own: boolean }} Route */

const OWN = path.join(ROOT, "src/api")
const MEDUSAS = path.join(
  path.dirname(require.resolve("@medusajs/medusa/package.json")),
  "dist/api"
)

/** The routes of the plugin and those of Medusa. */
const ROUTES = [
  ...routesBelow(
    OWN,
    "route.ts",
    /^export (?:const|(?:async )?function) ([A-Z]+)\b/gm
  ),
  ...routesBelow(MEDUSAS, "route.js", /^exports\.([A-Z]+) = /gm),
  // Of the store that the benchmark measures.
  ...routesBelow(
    path.join(ROOT, "bench/store/src/api"),
    "route.js",
    /^(?:module\.)?exports(?:\.| = \{ )([A-Z]+)\b/gm
  ),
  // Medusa serves it without a file.
  { methods: ["GET"], pattern: /^\/health$/, own: false },
]

/**
 * @param {string} folder
 * @param {string} name of the files
 * @param {RegExp} exported a method that such a file exports
 * @returns {Route[]}
 */
function routesBelow(folder, name, exported) {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === name)
    .map((file) => {
      const source = fs.readFileSync(path.join(folder, file), "utf8")
      const parts = path.dirname(file).split(path.sep)
      const pattern = parts.map((part) =>
        part.startsWith("[") ? "[^/]+" : part
      )
      return {
        methods: [...source.matchAll(exported)].map(([, method]) =>
          String(method)
        ),
        pattern: new RegExp(`^/${pattern.join("/")}$`),
        own: folder === OWN,
      }
    })
}

/** Whether the plugin or Medusa answers a request. @param {string} method @param {string} url */
function isRoute(method, url) {
  const [route = ""] = url.split("?")
  return ROUTES.some(
    ({ methods, pattern }) => methods.includes(method) && pattern.test(route)
  )
}

const NAMED =
  /`((?:GET|POST|PATCH|DELETE)(?:(?:, | and |, and )(?:GET|POST|PATCH|DELETE))*) (\/(?:store|admin|auth|health)[^\s`]*)/g

/**
 * The routes that a text names between backquotes, each spelling of `{a|b}` by itself.
 *
 * @param {string} markdown
 * @returns {{ method: string, url: string }[]}
 * @example routesIn("`GET /auth/{a|b}`") // [{ method: "GET", url: "/auth/a" }, { method: "GET", url: "/auth/b" }]
 */
function routesIn(markdown) {
  return [...markdown.matchAll(NAMED)].flatMap(([, methods = "", route = ""]) =>
    methods
      .split(/, and |, | and /)
      .flatMap((method) => spellings(route).map((url) => ({ method, url })))
  )
}

/** @param {string} route @returns {string[]} */
function spellings(route) {
  const [all, options = ""] = /\{([^}]*\|[^}]*)\}/.exec(route) ?? []
  return all === undefined
    ? [route]
    : options.split("|").flatMap((one) => spellings(route.replace(all, one)))
}

module.exports = { isRoute, routesIn }
