// @ts-check
// `npm run bench`: what the plugin costs, beside what a store would use instead, in one run on one machine.
require("../scripts/ensure-installed")
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")

const { buildIfStale } = require("../scripts/lib/plugin-build")
const { installPlugin } = require("../scripts/lib/plugin-package")
const { casesOf } = require("./cases")
const { codes } = require("./cases/codes")
const { readArguments } = require("./lib/arguments")
const { measureExecutor, measurePurge } = require("./lib/background")
const { measureGrowth } = require("./lib/growth")
const { openBench, openPair } = require("./lib/open-bench")
const { measurePool } = require("./lib/pool")
const { writeReport } = require("./lib/report")
const { getReady, sample } = require("./lib/rounds")
const { STORE_DIR } = require("./lib/servers")
const { AT_ONCE, targetsOf } = require("./lib/targets")

/** @typedef {import("./cases/types").Bench} Bench */
/** @typedef {import("./cases/types").Case} Case */
/** @typedef {import("./lib/arguments").BenchOptions} BenchOptions */
/** @typedef {import("./lib/report").Row} Row */

const [SEND] = codes

// Beside the stores, not above them: a store would load packages of these versions, which it has in no shop.
const BETTER_AUTH = path.join(__dirname, "better-auth")

function installBetterAuth() {
  if (!fs.existsSync(path.join(BETTER_AUTH, "node_modules/better-auth"))) {
    progress("installing better-auth")
    execFileSync("npm", ["install", "--no-save", "--no-package-lock"], {
      cwd: BETTER_AUTH,
      stdio: "inherit",
    })
  }
}

/** @param {string} text */
function progress(text) {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${text}\n`)
}

/**
 * @param {Bench} bench
 * @param {Case[]} cases
 * @param {BenchOptions} options
 * @returns {Promise<Row[]>}
 */
async function measureCases(bench, cases, options) {
  const { rounds, size } = options
  const windows = await readyWindows(bench, cases, options)
  // Interleaved, and every other time backwards: a slow minute slows down one round of each case, not one case.
  for (let round = 1; round <= rounds; round++) {
    for (const { one, row } of round % 2 ? windows : [...windows].reverse()) {
      const { connections } = row
      progress(
        `round ${round} of ${rounds}: ${one.name}, ${connections} at once`
      )
      row.samples.push(await sample(bench, one, { size, connections }))
    }
  }
  return windows.map(({ row }) => row)
}

/**
 * Each case at each number of connections, warmed up, with nothing measured yet.
 *
 * @param {Bench} bench
 * @param {Case[]} cases
 * @param {BenchOptions} options
 */
async function readyWindows(bench, cases, { warmUp, concurrencies }) {
  const windows = []
  for (const one of cases) {
    progress(`warming up ${one.name}`)
    const statements = await getReady(bench, one, warmUp)
    for (const connections of one.concurrencies ?? concurrencies) {
      const { name, beside } = one
      /** @type {Row} */
      const row = { name, connections, samples: [], statements, beside }
      windows.push({ one, row })
    }
  }
  return windows
}

/**
 * Requests, beside the empty route and beside what a store would use instead.
 *
 * @param {BenchOptions} options
 * @param {import("./lib/report").Report} report gets what is seen
 * @param {() => void} write is called for each part
 */
async function measureRequests(options, report, write) {
  const cases = casesOf(options)
  const where = new Set(cases.map((one) => one.where))
  if (where.has("betterAuth")) {
    installBetterAuth()
  }
  const open = await openBench(where, { ...options, progress })
  try {
    report.rows = await measureCases(open.bench, cases, options)
    // Beside a floor that caching has lowered, they would say nothing.
    report.targets = options.caching ? [] : targetsOf(report.rows)
    write()
    if (cases.includes(SEND) && !options.caching) {
      progress("many sends to a slow provider, with a small pool")
      const plugin = await open.openSmallPool()
      const { targets, note } = await measurePool(
        { ...open.bench, plugin },
        SEND
      )
      report.targets.push(...targets)
      report.notes.push(note)
    }
    if (options.boots) {
      progress("booting stores")
      const { target, note } = await open.boots()
      report.targets.push(target)
      report.notes.push(note)
    }
  } finally {
    await open.close()
  }
}

/**
 * What many rows change, and the jobs beside requests.
 *
 * @param {BenchOptions} options
 * @param {import("./lib/report").Report} report gets what is seen
 * @param {() => void} write is called for each part
 */
async function measureMany(options, report, write) {
  const cases = casesOf(options)
  const { few, many, close } = await openPair({ ...options, progress })
  try {
    await measureGrowth(
      { few, many },
      cases,
      { ...options, progress },
      (targets) => {
        report.targets.push(...targets)
        write()
      }
    )
    for (const measureJob of options.quick
      ? []
      : [measurePurge, measureExecutor]) {
      progress("sends beside a job")
      const { target, note } = await measureJob(many, SEND, options)
      report.targets.push(target)
      report.notes.push(note)
      write()
    }
  } finally {
    await close()
  }
}

async function main() {
  const options = readArguments(process.argv.slice(2))
  await buildIfStale()
  await installPlugin(STORE_DIR)
  /** @type {import("./lib/report").Report} */
  const report = {
    rows: [],
    targets: [],
    notes: [
      `${options.rounds} rounds of ${options.size} requests, ${os.cpus().length} processors, Node.js ${process.version}`,
    ],
  }
  // Written as it comes: a run that breaks off keeps what it has seen.
  const write = () => writeReport(report, options.out)
  const measure = options.rows.length ? measureMany : measureRequests
  await measure(options, report, write)
  console.log(write())
  console.log(`\nAlso in ${options.out}; ${AT_ONCE} connections unless said.`)
}

void main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
