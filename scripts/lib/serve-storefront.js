// @ts-check
const { once } = require("node:events")
const fs = require("node:fs")
const http = require("node:http")
const path = require("node:path")

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
}

const NAMES = ["localhost", "127.0.0.1", "[::1]"]

/**
 * @typedef {object} Served
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/**
 * Serves a built single-page app: files as they are, its first page for every other address. It answers this machine alone,
 * by its own names: a page of a domain that points here (DNS rebinding) is refused.
 *
 * @param {object} options
 * @param {string} options.dir
 * @param {number} options.port
 * @param {Record<string, () => unknown>} [options.json] what some addresses answer instead of a file
 * @returns {Promise<Served>}
 */
async function serveStorefront({ dir, port, json = {} }) {
  // As browsers write them: without a port that is the default.
  const hosts = NAMES.map((name) => new URL(`http://${name}:${port}`).host)
  const server = http.createServer((request, response) => {
    const { url = "/", headers } = request
    if (!hosts.includes(headers.host?.toLowerCase() ?? "")) {
      response.writeHead(403).end()
      return
    }
    if (!URL.canParse(url, "http://localhost")) {
      response.writeHead(400).end()
      return
    }
    const { pathname } = new URL(url, "http://localhost")
    if (Object.hasOwn(json, pathname)) {
      response.setHeader("content-type", TYPES[".json"])
      response.setHeader("cache-control", "no-store")
      response.end(JSON.stringify(json[pathname]()))
      return
    }
    sendFile(response, fileFor(dir, pathname))
  })
  server.listen(port, "localhost")
  await once(server, "listening")
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}

/**
 * @param {string} dir
 * @param {string} pathname as URL has parsed it, so without `..`
 */
function fileFor(dir, pathname) {
  const file = path.join(dir, pathname)
  const isFile = fs.statSync(file, { throwIfNoEntry: false })?.isFile()
  return isFile ? file : path.join(dir, "index.html")
}

/**
 * @param {http.ServerResponse} response
 * @param {string} file
 */
function sendFile(response, file) {
  response.setHeader("content-type", typeOf(file))
  // It may be gone while the app is built anew.
  const cut = () => response.destroy()
  fs.createReadStream(file).on("error", cut).pipe(response)
}

/** @param {string} file */
function typeOf(file) {
  return (
    Object.entries(TYPES).find(([end]) => file.endsWith(end))?.[1] ??
    "application/octet-stream"
  )
}

module.exports = { serveStorefront }
