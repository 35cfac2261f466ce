import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import Ajv2020 from "ajv/dist/2020"
import { openApiDocument } from "../document"
import type { Json } from "../fields"
import { generatedFiles } from "../generated"
import { ROUTES } from "../registry"

const ROOT = path.resolve(__dirname, "../../../..")
const API = path.resolve(__dirname, "../..")

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8")

/** What the files of the routes export, as the document writes it. Of the actors, the plugin's are customers. */
function exportedRoutes(): string[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const source = readFileSync(path.join(API, file), "utf8")
      const url = path
        .dirname(file)
        .replace("[actor_type]", "customer")
        .replace(/\[(\w+)\]/g, "{$1}")
      return [...source.matchAll(/^export const ([A-Z]+)\b/gm)].map(
        ([, method]) => `${method} /${url}`
      )
    })
}

/** Every object in a value, itself first. */
function objectsIn(value: unknown): Json[] {
  return value && typeof value === "object"
    ? [value as Json, ...Object.values(value).flatMap(objectsIn)]
    : []
}

describe("The OpenAPI document", () => {
  const document = openApiDocument("1.0.0")
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    formats: { email: /^\S+@\S+$/, password: true, "date-time": true },
    keywords: ["components", "example"],
  })
  ajv.addSchema({ $id: "openapi", components: document.components })
  const compile = (schema: object) =>
    ajv.compile(
      JSON.parse(
        JSON.stringify(schema).replaceAll(`"$ref":"#/`, `"$ref":"openapi#/`)
      ) as Json
    )

  it("is valid by the schema that the OpenAPI Initiative publishes for 3.1", async () => {
    // An ES module.
    const { Validator } = await import("@seriousme/openapi-schema-validator")
    const validator = new Validator()
    const written = JSON.parse(read("docs/openapi.json")) as Json
    expect(await validator.validate(written)).toEqual({ valid: true })
    expect(validator.version).toBe("3.1")

    const broken = { ...written, info: {} }
    expect((await validator.validate(broken)).valid).toBe(false)
  })

  it("has no link to a section of another page", () => {
    expect(read("docs/openapi.json")).not.toContain("](#")
    expect(read("docs/openapi.html")).not.toContain("](#")
  })

  it("has an entry for every route of the plugin, and no other", () => {
    const described = ROUTES.filter(({ medusas }) => !medusas)
    expect(described.map(({ route }) => route).sort()).toEqual(
      exportedRoutes().sort()
    )
  })

  it("has every route once, by an id of its own", () => {
    const ids = objectsIn(document.paths).flatMap(
      ({ operationId }) => operationId ?? []
    )
    expect(ids).toHaveLength(ROUTES.length)
    expect(new Set(ids).size).toBe(ROUTES.length)
  })

  it.each(Object.keys(document.components.schemas))(
    "has a valid JSON Schema of %s",
    (name) => {
      expect(() =>
        compile({ $ref: `#/components/schemas/${name}` })
      ).not.toThrow()
    }
  )

  it("refers to schemas that it has, and uses each of them", () => {
    const refs = objectsIn(document).flatMap(({ $ref }) => $ref ?? [])
    const names = Object.keys(document.components.schemas)
    expect([...new Set(refs)].sort()).toEqual(
      names.map((name) => `#/components/schemas/${name}`).sort()
    )
  })

  it("has examples that its schemas allow", () => {
    const media = objectsIn(document.paths).filter(
      ({ schema, example }) => schema && example !== undefined
    )
    expect(media.length).toBeGreaterThan(ROUTES.length)
    for (const { schema, example } of media) {
      const validate = compile(schema as Json)
      expect([validate(example), example, validate.errors]).toEqual([
        true,
        example,
        null,
      ])
    }
  })
})

describe("Of what is made of the sources", () => {
  const files = generatedFiles(read)

  it.each(Object.keys(files))("%s is fresh: npm run docs", (file) => {
    expect(read(file)).toBe(files[file])
  })
})
