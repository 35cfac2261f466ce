import { z } from "zod"
import { optionsSchema } from "./schema"
import { OPTION_SENTENCES } from "./sentences"

/** An option as the table has it: its path, its default, its values. */
export type OptionRow = [name: string, preset: string, values: string]

/**
 * Every option, blocks before what is in them.
 *
 * @example optionRows()[3] // ["login.identifier", "as `registration.identifier`", "which contacts a customer logs in with"]
 */
export function optionRows(): OptionRow[] {
  return rowsOf(optionsSchema)
}

function rowsOf(block: z.ZodObject, prefix = ""): OptionRow[] {
  return Object.entries(block.shape).flatMap(([key, schema]) => {
    const name = prefix + key
    const inner = objectIn(schema)
    const sentence = OPTION_SENTENCES[name]
    const row: OptionRow = [
      name,
      sentence?.default ?? defaultOf(schema),
      sentence?.values ?? "",
    ]
    return [
      ...(sentence || !inner ? [row] : []),
      ...(inner && !sentence?.whole ? rowsOf(inner, `${name}.`) : []),
    ]
  })
}

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

const defaultOf = (schema: unknown) =>
  schema instanceof z.ZodDefault
    ? `\`${JSON.stringify(schema.def.defaultValue)}\``
    : ""
