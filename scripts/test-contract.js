// @ts-check
// `npm run test:contract`: what Medusa promises us, on the version we develop with and on the oldest that we support.
// `npm run test:contract -- oldest` or `-- current` for one of them.
const PROJECTS = { current: "store", oldest: "oldest" }

const [only, ...others] = process.argv.slice(2)
const projects = Object.entries(PROJECTS)
  .filter(([name]) => !(only in PROJECTS) || only === name)
  .map(([, project]) => project)

process.env.MEDUSA_OLDEST = "1"
process.argv.splice(
  2,
  Infinity,
  ...(only && !(only in PROJECTS) ? [only] : []),
  ...others,
  "integration-tests/medusa-contract.spec.ts",
  "--selectProjects",
  ...projects
)
require("./test")
