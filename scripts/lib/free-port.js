// @ts-check
const net = require("node:net")

/**
 * @param {number} [port] the one to use; any free one without it
 * @returns {Promise<number>} a TCP port nobody listens on at the moment
 * @throws {Error} where nothing can listen on the given one
 */
function freePort(port = 0) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once("error", reject)
    probe.listen(port, "localhost", () => {
      const address = probe.address()
      const found = typeof address === "object" && address ? address.port : 0
      probe.close(() => resolve(found))
    })
  })
}

module.exports = { freePort }
