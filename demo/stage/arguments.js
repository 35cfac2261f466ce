// @ts-check

const USAGE = `npm run demo             opens a shop, walks through it and leaves it open for you
npm run demo -- --exit   ends after the walk, with status 0 if every step held

DATABASE_URL=postgres://…   a server to use instead of the embedded one; the demo
                            makes a database of its own there and drops it again
PORT=9000                   where the shop listens; any free port without it
NO_COLOR=1                  plain text`

/**
 * @param {string[]} args
 * @returns {{ exit: boolean }}
 */
function readArguments(args) {
  if (args.includes("--help")) {
    console.log(USAGE)
    process.exit()
  }
  const unknown = args.filter((arg) => arg !== "--exit")
  if (unknown.length) {
    console.error(`The demo does not know ${unknown.join(" ")}.\n\n${USAGE}`)
    process.exit(2)
  }
  return { exit: args.includes("--exit") }
}

module.exports = { readArguments }
