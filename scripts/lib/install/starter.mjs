// @ts-check
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { freePort } from "../free-port.js"
import { manifest } from "../matrix/starter.mjs"
import { type } from "./shell.mjs"

/** @import { Postgres } from "../postgres.js" */
/** @import { Terminal } from "./shell.mjs" */

/** Of the starter's development dependencies: it has these for tests of its own. */
const FOR_TESTS =
  /^(jest|@swc\/jest|@types\/jest|@medusajs\/test-utils|prop-types)$/

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    esModuleInterop: true,
    module: "Node16",
    moduleResolution: "Node16",
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    skipDefaultLibCheck: true,
    declaration: false,
    sourceMap: false,
    inlineSourceMap: true,
    outDir: "./.medusa/server",
    rootDir: "./",
    jsx: "react-jsx",
    forceConsistentCasingInFileNames: true,
    resolveJsonModule: true,
    checkJs: false,
    strictNullChecks: true,
  },
  "ts-node": { swc: true },
  include: ["**/*", ".medusa/types/*"],
  exclude: ["node_modules", ".medusa/server", ".medusa/admin", ".cache"],
}

/** @type {string[]} */
const databases = []

/**
 * @typedef {Terminal & { url: string, databaseUrl: string }} Store
 */

/**
 * A store in the layout of Medusa's starter, with all but the plugin installed.
 *
 * @param {string} dir
 * @param {string} version of Medusa
 * @param {AbortSignal} signal
 * @returns {Promise<Store>}
 */
export async function createStarter(dir, version, signal) {
  const { devDependencies, ...rest } = await manifest(version, signal)
  const needed = Object.entries(devDependencies).filter(
    ([name]) => !FOR_TESTS.test(name)
  )
  write(dir, "package.json", {
    ...rest,
    scripts: {
      build: "medusa build",
      start: "medusa start",
      dev: "medusa develop",
    },
    devDependencies: Object.fromEntries(needed),
  })
  write(dir, "tsconfig.json", TSCONFIG)
  for (const folder of ["admin", "api", "jobs", "modules", "workflows"]) {
    write(dir, `src/${folder}/README.md`, `# ${folder}\n`)
  }
  const port = String(await freePort())
  const store = {
    dir,
    url: `http://localhost:${port}`,
    databaseUrl: "",
    env: { PORT: port },
    signal,
  }
  await type(store, "npm install")
  return store
}

/**
 * The store with an empty database of its own.
 *
 * @param {Store} store
 * @param {Postgres} postgres
 * @returns {Promise<Store>}
 */
export async function withDatabase(store, postgres) {
  const name = `customer_registration_install_${randomBytes(4).toString("hex")}`
  await postgres.admin(`create database "${name}"`)
  databases.push(name)
  const databaseUrl = postgres.databaseUrl(name)
  const cors =
    "http://localhost:5173,http://localhost:9000,https://docs.medusajs.com"
  write(
    store.dir,
    ".env",
    [
      "STORE_CORS=http://localhost:8000,https://docs.medusajs.com",
      `ADMIN_CORS=${cors}`,
      `AUTH_CORS=${cors}`,
      "JWT_SECRET=supersecret",
      "COOKIE_SECRET=supersecret",
      `DATABASE_URL=${databaseUrl}`,
      "",
    ].join("\n")
  )
  return { ...store, databaseUrl }
}

/** @param {Postgres} postgres */
export async function dropDatabases(postgres) {
  for (const name of databases.splice(0)) {
    await postgres.admin(`drop database if exists "${name}" with (force)`)
  }
}

/**
 * @param {string} dir
 * @param {string} file below it
 * @param {string | object} content
 */
export function write(dir, file, content) {
  const target = path.join(dir, file)
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const text =
    typeof content === "string"
      ? content
      : `${JSON.stringify(content, undefined, 2)}\n`
  fs.writeFileSync(target, text)
}
