const { once } = require("node:events")
const fs = require("node:fs")
const http = require("node:http")
const net = require("node:net")
const os = require("node:os")
const path = require("node:path")
const { freePort } = require("../free-port")
const { serveStorefront } = require("../serve-storefront")

describe("serveStorefront", () => {
  let dir = ""
  let port = 0
  /** @type {import("../serve-storefront").Served | undefined} */
  let served

  beforeAll(async () => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), "storefront-"))
    fs.writeFileSync(path.join(dir, "index.html"), "<h1>Shop</h1>")
    port = await freePort()
    const json = { "/outbox": () => ["482917 is your code"] }
    served = await serveStorefront({ dir, port, json })
  })
  afterAll(async () => {
    await served?.stop()
    fs.rmSync(dir, { recursive: true })
  })

  /**
   * @param {string} target
   * @param {string} [host]
   */
  const get = async (target, host = `localhost:${port}`) => {
    const headers = { host }
    const request = http.get({ port, path: target, headers, agent: false })
    const [response] = await once(request, "response")
    response.setEncoding("utf8")
    let body = ""
    for await (const part of response) {
      body += part
    }
    return { status: response.statusCode, body }
  }

  it("serves what some addresses answer, and the first page for every other one", async () => {
    expect(await get("/outbox")).toEqual({
      status: 200,
      body: '["482917 is your code"]',
    })
    expect(await get("/account?tab=1")).toEqual({
      status: 200,
      body: "<h1>Shop</h1>",
    })
  })

  it.each(["//", "//[", "http://[/", "/%00", "/%"])(
    "goes on after a request for %s",
    async (target) => {
      const { status } = await get(target)
      expect([200, 400]).toContain(status)
      expect(await get("/")).toMatchObject({ status: 200 })
    }
  )

  it("refuses an address that is none", async () => {
    expect(await get("//")).toEqual({ status: 400, body: "" })
  })

  it("goes on after a request for a file that is gone", async () => {
    const file = path.join(dir, "index.html")
    fs.renameSync(file, `${file}.away`)
    await expect(get("/")).rejects.toThrow("socket hang up")
    fs.renameSync(`${file}.away`, file)
    expect(await get("/")).toMatchObject({ status: 200 })
  })

  it.each(["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])(
    "answers as %s",
    async (name) => {
      expect(await get("/outbox", `${name}:${port}`)).toMatchObject({
        status: 200,
      })
    }
  )

  /** @type {[string, (own: number) => string][]} */
  const OTHERS = [
    ["another name that leads here", (own) => `rebound.example.com:${own}`],
    ["a name that begins as its own", (own) => `localhost.example.com:${own}`],
    ["its own name without the port", () => "localhost"],
    ["its own name with another port", (own) => `localhost:${own + 1}`],
  ]
  it.each(OTHERS)("refuses to answer as %s", async (_what, host) => {
    for (const target of ["/outbox", "/"]) {
      expect(await get(target, host(port))).toEqual({ status: 403, body: "" })
    }
  })

  it("refuses a request of HTTP 1.0, which names no host", async () => {
    const socket = net.connect(port, "localhost")
    socket.end("GET /outbox HTTP/1.0\r\n\r\n")
    let answer = ""
    for await (const part of socket) {
      answer += part
    }
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  })
})
