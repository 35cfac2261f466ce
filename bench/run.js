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

async function main() {
  const options = readArguments(process.argv.slice(2))
  const all = options.profile ? [...codes, ...parts] : CASES
  const cases = all.filter(
    ({ name }) => !options.only.length || options.only.includes(name)
  )
  await buildIfStale()
  await installPlugin(STORE_DIR)
  const { bench, boots, openSecond, close } = await openBench({
    progress,
    boots: options.quick ? 1 : 7,
  })
  try {
    const rows = await measureCases(bench, cases, options)
    const targets = [
      ...targetsOf(rows),
      atMost("boot with ÷ without", boots.ratio, 1.1),
    ]
    const notes = [
      `${options.rounds} rounds of ${options.size} requests, ${os.cpus().length} processors, Node.js ${process.version}`,
      `boots: ${boots.note}`,
    ]
    // Written as it comes: a run that breaks off keeps what it has seen.
    const write = () => writeReport({ rows, targets, notes }, options.out)
    write()
    if (options.rows) {
      progress("starting a second store with the plugin")
      const large = await openSecond()
      const stores = { small: bench, large }
      targets.push(
        ...(await measureGrowth(stores, cases, { ...options, progress }))
      )
      write()
      const [send] = codes
      for (const measureJob of [measurePurge, measureExecutor]) {
        progress("sends beside a job")
        const { target, note } = await measureJob(large, send, options)
        targets.push(target)
        notes.push(note)
        write()
      }
    }
    console.log(write())
    console.log(`\nAlso in ${options.out}; ${AT_ONCE} connections unless said.`)
  } finally {
    await close()
  }
}

void main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
