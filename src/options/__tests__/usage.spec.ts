import { readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { optionsSchema } from "../schema"

const USAGE = readFileSync(path.resolve(__dirname, "../../../USAGE.md"), "utf8")

/** The schema of an object below its defaults, optionals and unions. */
function objectIn(schema: unknown): z.ZodObject | undefined {
  if (schema instanceof z.ZodObject) {
    return schema
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.map(objectIn).find(Boolean)
  }
  return schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
    ? objectIn(schema.unwrap())
    : undefined
}

function names(schema: z.ZodObject, prefix = ""): string[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const inner = objectIn(value)
    return inner ? names(inner, `${prefix}${key}.`) : [`${prefix}${key}`]
  })
}

describe("USAGE.md", () => {
  // A kind of message has one row.
  const all = new Set(
    names(optionsSchema).map((name) =>
      name.replace(/^(messages\.templates\.\w+)\..*/, "$1")
    )
  )

  it("has more than thirty options to document", () => {
    expect(all.size).toBeGreaterThan(30)
  })

  it.each([...all])("documents the option %s", (name) => {
    expect(USAGE).toContain(`\`${name}\``)
  })
})
