// @ts-check
const net = require("node:net")
const { freePort } = require("../../scripts/lib/free-port")
const { Advice } = require("./failure")

/**
 * @returns {Promise<number>} the port that `PORT` names, or a free one
 */
async function choosePort() {
  const { PORT } = process.env
  if (!PORT) {
    return freePort()
  }
  const port = Number(PORT)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Advice(`PORT=${PORT} is no port: expected a number up to 65535.`)
  }
  const fault = await tryPort(port)
  if (fault) {
    throw new Advice(
      `Port ${PORT} cannot be used (${fault}). Choose another PORT, or none: then the demo finds a free one.`
    )
  }
  return port
}

/**
 * @param {number} port
 * @returns {Promise<string | undefined>} why nothing can listen there
 */
function tryPort(port) {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once("error", ({ message }) => resolve(message))
    probe.listen(port, "localhost", () => probe.close(() => resolve(undefined)))
  })
}

module.exports = { choosePort }
