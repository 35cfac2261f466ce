// @ts-check
const fs = require("node:fs")
const http = require("node:http")
const { scan } = require("../scan")
const { makeProductionTree } = require("../production-tree")

const WEAKNESS = {
  id: 1,
  url: "https://example.com/1",
  title: "Tokens without a signature are taken",
  severity: "high",
  vulnerable_versions: "*",
  cwe: [],
  cvss: { score: 0, vectorString: null },
}

/**
 * A registry that knows these weaknesses and no package, or none at all.
 *
 * @param {object | undefined} weaknesses by the names of packages
 * @param {(url: string) => Promise<void>} use
 */
async function withRegistry(weaknesses, use) {
  const server = http.createServer((req, res) => {
    req.resume()
    const asked = req.url?.endsWith("/security/advisories/bulk")
    res.statusCode = asked && weaknesses ? 200 : 405
    res.setHeader("content-type", "application/json")
    res.end(JSON.stringify(asked && weaknesses ? weaknesses : {}))
  })
  await new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve(0))
  )
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  try {
    await use(`http://127.0.0.1:${port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe("the scan of production dependencies", () => {
  let dir = ""

  beforeAll(async () => {
    dir = await makeProductionTree()
  })

  afterAll(() => fs.rmSync(dir, { recursive: true }))

  it("names a known weakness of a package that a store installs", () =>
    withRegistry({ jsonwebtoken: [WEAKNESS] }, async (registry) => {
      expect(await scan(dir, registry)).toEqual({
        done: true,
        found: [`jsonwebtoken: high, ${WEAKNESS.title}`],
      })
    }))

  it("finds nothing where the registry knows of nothing", () =>
    withRegistry({}, async (registry) => {
      expect(await scan(dir, registry)).toEqual({ done: true, found: [] })
    }))

  it("says that it was not done where the registry has no answer", () =>
    withRegistry(undefined, async (registry) => {
      const { done, reason } = await scan(dir, registry)

      expect(done).toBe(false)
      expect(reason).toContain("405")
    }))

  it("says that it was not done where no registry can be reached", async () => {
    const { done, reason } = await scan(dir, "http://127.0.0.1:9")

    expect(done).toBe(false)
    expect(reason).toBeTruthy()
  })
})
