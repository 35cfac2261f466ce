// @ts-check
// `npm run bench`: what the plugin costs, beside what a store would use instead, in one run on one machine.
require("../scripts/ensure-installed")
const { execFileSync } = require("node:child_process")
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")

// Beside the stores, not above them: a store would load packages of these versions, which it has in no shop.
const BETTER_AUTH = path.join(__dirname, "better-auth")

if (!fs.existsSync(path.join(BETTER_AUTH, "node_modules/better-auth"))) {
  console.log("Installing what only the benchmark needs …")
  execFileSync("npm", ["install", "--no-save", "--no-package-lock"], {
    cwd: BETTER_AUTH,
    stdio: "inherit",
  })
}

const { buildIfStale } = require("../scripts/lib/plugin-build")
const { installPlugin } = require("../scripts/lib/plugin-package")
const { CASES } = require("./cases")
const { codes } = require("./cases/codes")
const { parts } = require("./cases/parts")
const { readArguments } = require("./lib/arguments")
const { measureExecutor, measurePurge } = require("./lib/background")
const { measureGrowth } = require("./lib/growth")
const { openBench } = require("./lib/open-bench")
const { writeReport } = require("./lib/report")
const { getReady, sample } = require("./lib/rounds")
const { STORE_DIR } = require("./lib/servers")
const { AT_ONCE, atMost, targetsOf } = require("./lib/targets")

/** @param {string} text */
function progress(text) {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${text}\n`)
}

/**
 * @param {import("./cases/types").Bench} bench
 * @param {import("./cases/types").Case[]} cases
 * @param {import("./lib/arguments").BenchOptions} options
 */
async function measureCases(bench, cases, options) {
  const { rounds, size, warmUp, concurrencies } = options
  /** @type {{ one: import("./cases/types").Case, statements: import("./lib/statements").Statements }[]} */
  const ready = []
  for (const one of cases) {
    progress(`warming up ${one.name}`)
    ready.push({ one, statements: await getReady(bench, one, warmUp) })
  }
  const all = concurrencies.flatMap((connections) =>
    ready.map(({ one, statements }) => ({
      one,
      row: /** @type {import("./lib/report").Row} */ ({
        name: one.name,
        connections,
        samples: [],
        statements,
      }),
    }))
  )
  // Interleaved, and every other time backwards: a slow minute slows down one round of each case, not one case.
  for (let round = 1; round <= rounds; round++) {
    for (const { one, row } of round % 2 ? all : [...all].reverse()) {
      const { connections } = row
      progress(
        `round ${round} of ${rounds}: ${one.name}, ${connections} at once`
      )
      row.samples.push(await sample(bench, one, { size, connections }))
    }
  }
  return all.map(({ row }) => row)
}

/**
 * What many rows change, and the jobs beside requests.
 *
 * @param {Awaited<ReturnType<typeof openBench>>} open
 * @param {import("./cases/types").Case[]} cases
 * @param {import("./lib/arguments").BenchOptions} options
 * @param {import("./lib/report").Report} report gets the results
 * @param {() => void} write is called for each part
 */
async function measureMany(
  { bench, openSecond },
  cases,
  options,
  report,
  write
) {
  progress("starting a second store with the plugin")
  const large = await openSecond()
  const stores = { small: bench, large }
  report.targets.push(
    ...(await measureGrowth(stores, cases, { ...options, progress }))
  )
  write()
  const [send] = codes
  for (const measureJob of [measurePurge, measureExecutor]) {
    progress("sends beside a job")
    const { target, note } = await measureJob(large, send, options)
    report.targets.push(target)
    report.notes.push(note)
    write()
  }
}

async function main() {
  const options = readArguments(process.argv.slice(2))
  const all = options.profile ? [...codes, ...parts] : CASES
  const cases = all.filter(
    ({ name }) => !options.only.length || options.only.includes(name)
  )
  await buildIfStale()
  await installPlugin(STORE_DIR)
  const open = await openBench({ progress, boots: options.boots })
  try {
    const rows = await measureCases(open.bench, cases, options)
    const { ratio, note } = open.boots
    const targets = [
      ...targetsOf(rows),
      atMost("boot with ÷ without", [ratio], 1.1),
    ]
    const notes = [
      `${options.rounds} rounds of ${options.size} requests, ${os.cpus().length} processors, Node.js ${process.version}`,
      `boots: ${note}`,
    ]
    const report = { rows, targets, notes }
    // Written as it comes: a run that breaks off keeps what it has seen.
    const write = () => writeReport(report, options.out)
    write()
    if (options.rows) {
      await measureMany(open, cases, options, report, write)
    }
    console.log(write())
    console.log(`\nAlso in ${options.out}; ${AT_ONCE} connections unless said.`)
  } finally {
    await open.close()
  }
}

void main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
