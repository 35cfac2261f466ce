// @ts-check
// Does the tarball hold what a store needs, and nothing else?
const fs = require("node:fs")
const { createRequire } = require("node:module")
const path = require("node:path")
const {
  installPlugin,
  packPlugin,
  NAME,
  ROOT,
} = require("./lib/plugin-package")

/** @typedef {import("./lib/plugin-package").Pack} Pack */

const MAX_PACKED_BYTES = 320_000
const MAX_UNPACKED_BYTES = 1_400_000
const BUILT = ".medusa/server/src"
const REQUIRED = ["package.json", "README.md", "LICENSE"]
const REQUIRED_FOLDERS = [
  "admin",
  "modules",
  "workflows",
  "providers",
  "helpers",
  "client",
]
/** What every store names in its own package.json, and the server's code imports; and what only a store names that uses it. */
const PEERS = ["@medusajs/framework", "@medusajs/medusa", "twilio"]
const FORBIDDEN = [
  /__tests__|\.(spec|test)\./,
  /^(bench|demo|docs|integration-tests|scripts|src)\//,
  /tsconfig|\.tsbuildinfo$/,
  // Written by `plugin:develop`; it would point a store at our source folder.
  /medusa-plugin-options\.json$/,
  /\.env/,
]

/**
 * @param {Pack} pack
 * @returns {string[]} what is wrong with the list of files
 */
function checkFiles({ files, size, unpackedSize }) {
  const paths = files.map((file) => file.path)
  const missing = REQUIRED.filter((file) => !paths.includes(file))
  const missingFolders = REQUIRED_FOLDERS.map(
    (name) => `${BUILT}/${name}/`
  ).filter((folder) => !paths.some((file) => file.startsWith(folder)))
  const unwanted = paths.filter((file) =>
    FORBIDDEN.some((pattern) => pattern.test(file))
  )
  return [
    ...[...missing, ...missingFolders].map((file) => `${file} is missing`),
    ...unwanted.map((file) => `${file} should not be published`),
    ...(size > MAX_PACKED_BYTES ? [`the tarball has ${size} bytes`] : []),
    ...(unpackedSize > MAX_UNPACKED_BYTES
      ? [`it unpacks to ${unpackedSize} bytes`]
      : []),
  ]
}

/**
 * @param {string} installed folder of the unpacked tarball
 * @returns {string[]} export targets that point nowhere
 */
function checkExports(installed) {
  const { exports } = readJson(path.join(installed, "package.json"))
  return Object.entries(exports).flatMap(([name, entry]) => {
    return targetsOf(entry)
      .filter(
        (target) =>
          !target.includes("*") && !fs.existsSync(path.join(installed, target))
      )
      .map(
        (target) => `exports["${name}"] points to ${target}, which is missing`
      )
  })
}

/**
 * @param {string | Record<string, unknown>} entry of `exports`, conditions in it
 * @returns {string[]} the files that it names
 */
function targetsOf(entry) {
  return typeof entry === "string"
    ? [entry]
    : Object.values(entry).flatMap((inner) =>
        targetsOf(/** @type {Record<string, unknown>} */ (inner))
      )
}

/**
 * @param {string} installed folder of the unpacked tarball
 * @returns {string[]} entry points that a store cannot load
 */
function checkEntryPoints(installed) {
  const requireAsStore = createRequire(
    path.resolve(installed, "../../store.js")
  )
  const entries = [
    "admin",
    "workflows",
    "helpers",
    "client",
    ...foldersIn(installed, "modules"),
    ...foldersIn(installed, "providers"),
  ]
  return entries.flatMap((entry) => {
    try {
      requireAsStore(`${NAME}/${entry}`)
      return []
    } catch (error) {
      return [`${NAME}/${entry} does not load: ${String(error)}`]
    }
  })
}

/**
 * @param {string} installed folder of the unpacked tarball
 * @returns {string[]} built files that the build has not taken the comments out of
 */
function checkComments(installed) {
  const folder = path.join(installed, BUILT)
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .filter((name) =>
      /^ *(\/\*\*|\/\/) /m.test(
        fs.readFileSync(path.join(folder, name), "utf8")
      )
    )
    .map((name) => `${name} has comments: run npm run build`)
}

/**
 * Not every declaration is published: none that a store's compiler asks for may be missing.
 *
 * @param {string} installed folder of the unpacked tarball
 * @returns {string[]} declarations that the entry points import in vain
 */
function checkDeclarations(installed) {
  /** @type {Set<string>} */
  const read = new Set()
  /** @type {string[]} */
  const missing = []
  /** @param {string} file */
  const visit = (file) => {
    if (read.has(file)) {
      return
    }
    read.add(file)
    const source = fs.readFileSync(file, "utf8")
    for (const [, name] of source.matchAll(
      /\b(?:from|import\()\s*"(\.[^"]+)"/g
    )) {
      const target = path.resolve(path.dirname(file), name)
      const found = [`${target}.d.ts`, `${target}/index.d.ts`].find((each) =>
        fs.existsSync(each)
      )
      if (found) {
        visit(found)
      } else {
        missing.push(`${path.relative(installed, file)} imports ${name}`)
      }
    }
  }
  declarationsOf(installed).forEach(visit)
  return [...new Set(missing)].map((each) => `${each}, whose types are missing`)
}

/** @param {string} installed */
function declarationsOf(installed) {
  const { exports } = readJson(path.join(installed, "package.json"))
  return Object.entries(exports)
    .flatMap(([name, entry]) =>
      targetsOf(entry).map((types) => ({ name, types }))
    )
    .filter(({ types }) => /\.d\.m?ts$/.test(types))
    .flatMap(({ name, types }) => {
      const folder = name.split("/").at(-2) ?? ""
      return types.includes("*")
        ? foldersIn(installed, folder).map((entry) =>
            path.join(installed, types.replace(/[^/]+\/\*/, entry))
          )
        : [path.join(installed, types)]
    })
}

/**
 * @param {string} installed folder of the unpacked tarball
 * @returns {string[]} packages the dashboard pages import and a store need not have
 */
function checkAdminImports(installed) {
  const { dependencies } = readJson(path.join(installed, "package.json"))
  const dashboard = readJson(
    require.resolve("@medusajs/dashboard/package.json")
  )
  const present = {
    ...dependencies,
    ...dashboard.dependencies,
    // Every store names it itself.
    "@medusajs/admin-sdk": "*",
  }
  const bundle = fs.readFileSync(
    path.join(installed, BUILT, "admin/index.mjs"),
    "utf8"
  )
  const imported = [
    ...bundle.matchAll(/^import .*from "(@[^/"]+\/[^/"]+|[^/"]+)/gm),
  ]
  return imported
    .map(([, name]) => name)
    .filter((name) => !(name in present))
    .map((name) => `the dashboard pages import ${name}, which a store may lack`)
}

/**
 * npm holds a package back for an optional peer of it that is satisfied. Of one that a store does not name itself, as
 * `@medusajs/ui`, the old version stays at the top then, and Medusa's next update does not find its own plugins.
 *
 * @param {string} installed folder of the unpacked tarball
 * @returns {string[]} peers that would break a store's update
 */
function checkPeers(installed) {
  const { peerDependencies, peerDependenciesMeta } = readJson(
    path.join(installed, "package.json")
  )
  const names = Object.keys(peerDependencies)
  return [
    ...names
      .filter((name) => !PEERS.includes(name))
      .map(
        (name) =>
          `${name} is a peer, though nothing says that a store names it itself`
      ),
    ...names
      .filter((name) => !peerDependenciesMeta[name]?.optional)
      .map((name) => `${name} would be installed in a storefront, too`),
  ]
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(fs.readFileSync(file, "utf8"))
}

/**
 * @param {string} installed
 * @param {string} name
 */
function foldersIn(installed, name) {
  const folder = path.join(installed, BUILT, name)
  return fs.existsSync(folder)
    ? fs.readdirSync(folder).map((entry) => `${name}/${entry}`)
    : []
}

async function main() {
  // Below the root, so that dependencies resolve to the repository's node_modules.
  const scratch = path.join(ROOT, ".cache/check-package")
  const pack = await packPlugin(["--dry-run"])
  const installed = await installPlugin(scratch)
  const problems = [
    ...checkFiles(pack),
    ...checkExports(installed),
    ...checkEntryPoints(installed),
    ...checkComments(installed),
    ...checkDeclarations(installed),
    ...checkAdminImports(installed),
    ...checkPeers(installed),
  ]
  fs.rmSync(scratch, { recursive: true, force: true })
  const summary = `${pack.files.length} files, ${pack.size} bytes, ${pack.unpackedSize} unpacked`
  console.log([`${pack.filename}: ${summary}`, ...problems].join("\n"))
  process.exit(problems.length ? 1 : 0)
}

void main()
