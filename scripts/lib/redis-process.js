// @ts-check
// The parent of one Redis server. A process of its own, so that the server ends when whoever wanted it is killed.
const { spawn } = require("node:child_process")

const [program, ...flags] = process.argv.slice(2)
const server = spawn(program, flags, {
  stdio: ["ignore", "pipe", "inherit"],
})
let said = ""
let ready = false

server.stdout.on("data", (/** @type {Buffer} */ chunk) => {
  said = ready ? "" : said + chunk.toString()
  if (!ready && said.includes("Ready to accept connections")) {
    ready = true
    process.send?.({ pid: server.pid })
  }
})
server.once("error", (error) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
server.once("exit", () => {
  process.stderr.write(said)
  process.exit(1)
})
process.once("disconnect", () => server.kill("SIGKILL"))
