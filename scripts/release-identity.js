// @ts-check
// `npm run release:identity -- --repository https://github.com/<owner>/<name>`: names the repository wherever it is named.
const { parseArgs } = require("node:util")
const { ROOT } = require("./lib/plugin-package")
const { fillIdentity } = require("./lib/release/identity")

function main() {
  const { repository } = parseArgs({
    options: { repository: { type: "string", default: "" } },
  }).values
  const changed = fillIdentity(ROOT, repository.replace(/(\.git|\/)$/, ""))
  console.log(changed.join("\n") || "Nothing to change.")
}

main()
