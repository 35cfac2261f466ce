// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const { ROOT } = require("../plugin-package")

/**
 * @typedef {object} Registered
 * @property {RegExp} command all of a line in a document
 * @property {string} by the file whose test or step runs it
 * @property {string} as what stands there
 */

const SCRIPTS = "customer-registration/\\.medusa/server/src/scripts"

/**
 * What runs the commands of the documents, but for those that `npm run test:install` types. A line that is not here is red.
 *
 * @type {Registered[]}
 */
const REGISTERED = [
  { command: /^npm test$/, by: ".ci/run", as: "step npm test\n" },
  {
    command: /^npm install$/,
    by: "scripts/lib/installed.js",
    as: `execFileSync("npm", ["install"`,
  },
  {
    // Before each release, and so in CI.
    command: /^npm run build$/,
    by: "package.json",
    as: `"release:files": "npm run build && `,
  },
  { command: /^npm run demo$/, by: ".ci/run", as: "npm run demo -- --exit" },
  {
    command: /^npm run test:redis$/,
    by: ".ci/nightly",
    as: `"npm run test:redis"`,
  },
  {
    command: /^npm run test:contract( -- (current|oldest))?$/,
    by: ".ci/run",
    as: "step npm run test:contract -- oldest",
  },
  {
    // Its arguments are read by the spec beside this file; a run takes minutes, and is for who wants to measure.
    command: /^npm run bench( -- .+)?$/,
    by: "scripts/lib/documents/__tests__/commands.spec.js",
    as: "readBenchArguments",
  },
  {
    command: new RegExp(
      `^npx medusa exec \\./node_modules/${SCRIPTS}/adopt-customers\\.js( apply)?( before=\\d{4}-\\d\\d-\\d\\d)?( contacts=(email|phone))?$`
    ),
    by: "integration-tests/migrations/adopt-customers.spec.ts",
    as: "scripts/adopt-customers",
  },
  {
    command: new RegExp(
      `^npx medusa exec \\./node_modules/${SCRIPTS}/doctor\\.js email=\\S+ phone=\\S+$`
    ),
    by: "integration-tests/http/providers/doctor.ts",
    as: "scripts/doctor.js",
  },
]

/** What a comment above a block says instead: `<!-- not run: why -->`. */
const NOT_RUN = /^<!-- not run: (.{20,}) -->$/

/**
 * The commands of a block: its lines without comments, those that go on put together.
 *
 * @param {string} code
 * @example commandsOf("a \\\n  b\n# c\nd # e") // ["a b", "d"]
 */
function commandsOf(code) {
  return code
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter(Boolean)
}

/**
 * @param {string} command
 * @returns {Registered | undefined}
 */
function registeredFor(command) {
  return REGISTERED.find((one) => one.command.test(command))
}

/** Whether the file that runs a command still does. @param {Registered} registered */
function isRun({ by, as }) {
  const file = path.join(ROOT, by)
  return fs.existsSync(file) && fs.readFileSync(file, "utf8").includes(as)
}

module.exports = { commandsOf, isRun, NOT_RUN, REGISTERED, registeredFor }
