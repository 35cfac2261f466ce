// @ts-check
const net = require("node:net")

/**
 * @returns {Promise<number>} a TCP port nobody listens on at the moment
 */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once("error", reject)
    probe.listen(0, "localhost", () => {
      const address = probe.address()
      const port = typeof address === "object" && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

module.exports = { freePort }
