// @ts-check
const fs = require("node:fs")
const { checkDocument, checkPackages } = require("../dependency-rules")
const { makeProductionTree, packagesOf, sbomOf } = require("../production-tree")

const MIT = { version: "1.0.0", license: "MIT" }

describe("the rules of dependencies", () => {
  it("refuse a license that a store cannot pass on", () => {
    const packages = { "node_modules/a": { ...MIT, license: "AGPL-3.0" } }

    expect(checkPackages(packages)).toEqual(["a has AGPL-3.0"])
  })

  it("refuse a package without a license", () => {
    expect(checkPackages({ "node_modules/a": { version: "1.0.0" } })).toEqual([
      "a has no license",
    ])
  })

  it("refuse a script that runs when a package is installed, bcrypt's apart", () => {
    const packages = {
      "node_modules/bcrypt": { ...MIT, hasInstallScript: true },
      "node_modules/b/node_modules/@x/a": { ...MIT, hasInstallScript: true },
    }

    expect(checkPackages(packages)).toEqual([
      "@x/a runs a script when it is installed",
    ])
  })

  it("find a dependency without a row, a row without a dependency and a wrong count", () => {
    const document = "A store installs 3 packages.\n| `old` | 1 | why |\n"

    expect(
      checkDocument(document, { new: "^1" }, { "node_modules/new": MIT })
    ).toEqual([
      "new is not justified",
      "old is justified, but not a dependency",
      "a store installs 1 packages",
    ])
  })
})

describe("the production tree", () => {
  let dir = ""

  beforeAll(async () => {
    dir = await makeProductionTree()
  })

  afterAll(() => fs.rmSync(dir, { recursive: true }))

  it("has what the plugin imports, and nothing of Medusa's", () => {
    const folders = Object.keys(packagesOf(dir))

    expect(folders).toEqual(
      expect.arrayContaining(["node_modules/zod", "node_modules/jws"])
    )
    expect(folders.filter((name) => name.includes("@medusajs"))).toEqual([])
  })

  it("becomes a CycloneDX document that names each package with its hash", async () => {
    const { bomFormat, components } = JSON.parse(await sbomOf(dir))

    expect(bomFormat).toBe("CycloneDX")
    expect(components).toHaveLength(Object.keys(packagesOf(dir)).length)
    for (const { purl, hashes } of components) {
      expect([purl, hashes]).toEqual([
        expect.stringMatching(/^pkg:npm\//),
        [expect.objectContaining({ alg: "SHA-512" })],
      ])
    }
  })
})
