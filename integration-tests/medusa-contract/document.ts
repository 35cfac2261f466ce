import { existsSync, readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { ASSUMPTIONS } from "./assumption"
import { DEEP_PATHS } from "./deep-paths"
import { manifest, medusa, OLDEST, ROOT, VERSIONS } from "./medusas"

const DOCUMENT = "docs/medusa-contract.md"
const COLUMNS = 6

type Line = {
  number: string
  sentence: string
  file: string
  medusas: string[]
}

/** What holds the document, the spec and the sources together. */
export function document() {
  const { header, lines } = readDocument()

  it(`${DOCUMENT} has the sentences of this spec, word for word`, () => {
    const documented = lines.map(({ number, sentence, file }) => ({
      number,
      sentence,
      file,
    }))

    expect(documented).toEqual([...ASSUMPTIONS].sort(byNumber))
  })

  it(`${DOCUMENT} names the versions that this spec runs on`, () => {
    expect(header.slice(-VERSIONS.length)).toEqual(
      VERSIONS.map((version) => `seen on ${version}`)
    )
  })

  it("the oldest Medusa of this spec is the oldest that package.json allows", () => {
    const { peerDependencies } = manifest(".")

    expect(peerDependencies["@medusajs/medusa"]).toBe(
      `>=${manifest(OLDEST).dependencies["@medusajs/medusa"]} <3`
    )
  })

  it("the plugin finds the packages that it needs beside the oldest Medusa", () => {
    expect(manifest(OLDEST).dependencies).toMatchObject(
      manifest(".").dependencies
    )
  })

  it("every compiled file of Medusa that the plugin imports is one that this spec looks at", () => {
    const imported = new Set(
      sources().flatMap((file) =>
        [
          ...readFileSync(file, "utf8").matchAll(
            /from "(@medusajs\/medusa\/(?!core-flows)[^"]+)"/g
          ),
        ].map(([, name]) => name)
      )
    )

    expect([...imported].sort()).toEqual(Object.values(DEEP_PATHS).sort())
  })

  it(`every file of ours that ${DOCUMENT} names is there`, () => {
    const missing = lines
      .map(({ file }) => file)
      .filter((file) => !existsSync(path.join(ROOT, file)))

    expect([...new Set(missing)]).toEqual([])
  })

  if (medusa.name === "current") {
    it(`every file of Medusa that ${DOCUMENT} names is there`, () => {
      const missing = lines
        .flatMap(({ medusas }) => medusas)
        .filter((file) => !existsSync(path.join(nodeModules(), file)))

      expect(missing).toEqual([])
    })
  }
}

function readDocument(): { header: string[]; lines: Line[] } {
  const text = readFileSync(path.join(ROOT, DOCUMENT), "utf8")
  const [header, , ...rows] = text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").slice(1, -1).map(plain))
    .filter((cells) => cells.length === COLUMNS)
  const lines = rows.map(([number, sentence, file, medusas]) => ({
    number,
    sentence,
    file,
    medusas: medusas.split(/<br ?\/?>/).map(plain),
  }))
  return { header, lines }
}

/** A cell without what Markdown adds. */
function plain(cell: string): string {
  return cell.replace(/[`\\]/g, "").trim()
}

function byNumber(a: { number: string }, b: { number: string }): number {
  return a.number.localeCompare(b.number, "en", { numeric: true })
}

function sources(): string[] {
  const src = path.join(ROOT, "src")
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("__tests__"))
    .map((name) => path.join(src, name))
}

/** The folder of Medusa's packages. */
function nodeModules(): string {
  const { resolve } = createRequire(path.join(medusa.storeDir, "package.json"))
  const manifestOfMedusa = resolve("@medusajs/medusa/package.json")
  return path.resolve(path.dirname(manifestOfMedusa), "../..")
}
