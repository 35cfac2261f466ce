// @ts-check
// `npm run release -- --dry-run`: builds and checks what a release would publish. Without `--dry-run`, it is published and tagged.
const { spawnSync } = require("node:child_process")
const path = require("node:path")
const { parseArgs } = require("node:util")
const { ROOT } = require("./lib/plugin-package")
const { typeChecks } = require("./lib/release/check-types")
const { writeReleaseFiles } = require("./lib/release/files")
const {
  problemsOf,
  readState,
  refusalsOf,
  tagOf,
} = require("./lib/release/state")
const { distTagOf } = require("./lib/release/version")

/** @typedef {string[]} Command a program with its arguments */

async function main() {
  const { "dry-run": dry } = parseArgs({
    options: { "dry-run": { type: "boolean", default: false } },
  }).values
  const state = readState(ROOT)
  const { version } = state.manifest
  const problems = problemsOf(state)
  const refusals = refusalsOf(state)
  if (problems.length || (!dry && refusals.length)) {
    return fail([...problems, ...refusals])
  }
  run(["npm", "run", "build"])
  run(["npm", "run", "check:package"])
  const tarball = path.relative(ROOT, await writeReleaseFiles())
  run(bin("publint", "run", tarball, "--strict"))
  typeChecks(tarball).forEach((args) => run(bin("attw", ...args)))

  const publish = [
    "npm",
    "publish",
    `./${tarball}`,
    "--tag",
    distTagOf(version),
  ]
  run([...publish, "--dry-run", "--loglevel", "warn"])
  const outside = [
    ["npm", "run", "test:release"],
    [...publish, "--provenance"],
    ["git", "tag", tagOf(version)],
    ["git", "push", "origin", tagOf(version)],
  ]
  if (!dry) {
    outside.forEach(run)
    return
  }
  console.log(`\n${version} is ready. A release goes on with:`)
  outside.forEach((command) => console.log(`  ${command.join(" ")}`))
  refusals.forEach((each) => console.log(`It would be refused now: ${each}`))
}

/**
 * @param {string} name of a program in node_modules
 * @param {string[]} args
 * @returns {Command}
 */
function bin(name, ...args) {
  return ["npx", "--no", "--", name, ...args]
}

/** @param {Command} command that has to succeed, or nothing else is done */
function run([program = "", ...args]) {
  const name = [program, ...args].join(" ")
  console.log(`\n> ${name}`)
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: "inherit" })
  if (status !== 0) {
    fail([`it ended with ${status}: ${name}`])
    process.exit()
  }
}

/** @param {string[]} reasons */
function fail(reasons) {
  console.error(reasons.map((reason) => `No release: ${reason}`).join("\n"))
  process.exitCode = 1
}

void main()
