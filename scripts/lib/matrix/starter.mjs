// @ts-check
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { install, view } from "./npm.mjs"

const ROOT = fileURLToPath(new URL("../../..", import.meta.url))
/** The demo's shop, with what also runs on an old Medusa, each by where it goes. */
const SOURCES = {
  "medusa-config.ts": "demo/medusa-config.ts",
  outbox: "demo/outbox",
  "tsconfig.json": "integration-tests/medusa-contract/store/tsconfig.json",
  "src/migration-scripts":
    "integration-tests/medusa-contract/store/src/migration-scripts",
}

/**
 * A store as `create-medusa-app` makes one, with the plugin installed from its tarball.
 *
 * @param {string} dir
 * @param {string} version of Medusa
 * @param {string} tarball
 * @param {AbortSignal} signal
 */
export async function createStore(dir, version, tarball, signal) {
  for (const [target, source] of Object.entries(SOURCES)) {
    fs.cpSync(path.join(ROOT, source), path.join(dir, target), {
      recursive: true,
    })
  }
  write(dir, await manifest(version, signal))
  await install(dir, [], signal)
  await install(dir, [tarball], signal)
}

/**
 * What Medusa's upgrade guide says: new versions in package.json, then `npm install`.
 *
 * @param {string} dir
 * @param {string} version of Medusa
 * @param {AbortSignal} signal
 */
export async function updateStore(dir, version, signal) {
  const { dependencies, devDependencies } = await manifest(version, signal)
  const store = JSON.parse(
    fs.readFileSync(path.join(dir, "package.json"), "utf8")
  )
  write(dir, {
    ...store,
    dependencies: { ...store.dependencies, ...dependencies },
    devDependencies: { ...store.devDependencies, ...devDependencies },
  })
  await install(dir, [], signal)
}

/**
 * The package.json of a new store.
 *
 * @param {string} version
 * @param {AbortSignal} signal
 */
export async function manifest(version, signal) {
  const peers = await view(
    `@medusajs/medusa@${version}`,
    "peerDependencies",
    signal
  )
  return {
    name: "shop",
    version: "0.0.1",
    private: true,
    dependencies: medusa(version, "admin-sdk", "cli", "framework", "medusa"),
    devDependencies: {
      ...medusa(version, "test-utils"),
      "@swc/core": peers["@swc/core"],
      "@swc/jest": "^0.2.36",
      "@types/jest": "^29.5.13",
      "@types/node": "^20.12.11",
      "@types/react": "^18.3.2",
      "@types/react-dom": "^18.2.25",
      jest: "^29.7.0",
      "prop-types": "^15.8.1",
      react: "^18.3.1",
      "react-dom": "^18.3.1",
      "ts-node": "^10.9.2",
      typescript: "^5.6.2",
      vite: "^5.4.14",
      yalc: peers.yalc,
    },
    engines: { node: ">=20" },
  }
}

/**
 * @param {string} version
 * @param {string[]} names
 */
function medusa(version, ...names) {
  return Object.fromEntries(names.map((name) => [`@medusajs/${name}`, version]))
}

/**
 * @param {string} dir
 * @param {object} content of its package.json
 */
function write(dir, content) {
  fs.writeFileSync(
    path.join(dir, "package.json"),
    `${JSON.stringify(content, undefined, 2)}\n`
  )
}
