/**
 * What can be bound: a date goes to PostgreSQL as ISO 8601, a list as JSON, or as an array where the text casts it to one
 * (`:keys::text[]`): the planner knows how long an array is, and takes any JSON for a hundred rows.
 */
export type Value =
  | string
  | number
  | boolean
  | Date
  | null
  | readonly (string | number | object | null)[]

/** Values by the names that a statement gives them. */
export type Values = Record<string, Value>

/** One SQL statement that knows the names and types of its values and the type of its rows. */
export type Statement<Bindings extends Values, Row extends object> = {
  /** The text as PostgreSQL takes it: `$1`, `$2` … where a value goes. */
  readonly text: string
  /** The text as Knex and MikroORM take it: a question mark where a value goes. */
  readonly sql: string
  /** The values in the order in which both texts name them. */
  readonly bind: (values: Bindings) => unknown[]
  /** Never there: it carries the type of a row. */
  readonly row?: Row
}

/** `:name`, with whether it is cast to an array; but not the type of a cast: `::jsonb`. */
const NAMES = /(?<!:):([a-z_]+)(?=(::[a-z]+\[\])?)/g

/**
 * Makes a statement of SQL with named values. It is read once, here: what runs is the same text each time, and values
 * never become part of it.
 *
 * @param text with `:name` for each value; a name may come twice, and a text constant in it holds no `:name`
 * @example
 * const FIND = statement<{ phone: string }, { id: string }>(`SELECT "id" FROM "customer" WHERE "phone" = :phone`)
 */
export function statement<Bindings extends Values, Row extends object = never>(
  text: string
): Statement<Bindings, Row> {
  const names = Array.from(text.matchAll(NAMES), ([, name, asArray]) => ({
    name,
    asArray: asArray !== undefined,
  }))
  let count = 0
  return {
    text: text.replace(NAMES, () => `$${(count += 1)}`),
    // A question mark of the text itself is an operator of PostgreSQL; Knex wants it escaped.
    sql: text.replaceAll("?", "\\?").replace(NAMES, "?"),
    bind: (values) =>
      names.map(({ name, asArray }) => {
        const value: Value | undefined = values[name]
        if (value === undefined) {
          throw new Error(`No value for :${name} in: ${text}`)
        }
        return bound(value, asArray)
      }),
  }
}

function bound(value: Value, asArray: boolean): unknown {
  if (value instanceof Date) {
    return value.toISOString()
  }
  if (!Array.isArray(value)) {
    return value
  }
  return asArray ? arrayLiteral(value) : JSON.stringify(value)
}

function arrayLiteral(values: readonly unknown[]): string {
  const elements = values.map((value) =>
    value === null ? "NULL" : quoted(value)
  )
  return `{${elements.join(",")}}`
}

// Every value: PostgreSQL reads numbers in quotes as well.
function quoted(value: unknown): string {
  return `"${String(value).replace(/["\\]/g, "\\$&")}"`
}
