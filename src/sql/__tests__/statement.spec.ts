import { statement, type Statement, type Values } from ".."

/** Whether a statement can be run with values of this type. */
type Accepts<Bindings extends Values, Given> = Given extends Bindings
  ? true
  : false

type BindingsOf<S> =
  S extends Statement<infer Bindings, infer _Row> ? Bindings : never

type RowOf<S> = S extends Statement<infer _Bindings, infer Row> ? Row : never

type Same<A, B> = [A, B] extends [B, A] ? true : false

const CONFIRM = statement<{ id: string; days: number }, { due: Date }>(
  `UPDATE "t" SET "due" = now() + :days * interval '1 day' WHERE "id" = :id RETURNING "due"`
)
const FORGET = statement<{ ids: string[]; at: Date | null }>(
  `DELETE FROM "t" WHERE "id" IN (SELECT jsonb_array_elements_text(:ids::jsonb)) AND "at" < :at::timestamptz OR :at IS NULL`
)

type Confirm = BindingsOf<typeof CONFIRM>

describe("a statement", () => {
  it("binds values by name, in the order in which its text names them", () => {
    expect(CONFIRM.sql).toBe(
      `UPDATE "t" SET "due" = now() + ? * interval '1 day' WHERE "id" = ? RETURNING "due"`
    )
    expect(CONFIRM.bind({ id: "a", days: 7 })).toEqual([7, "a"])
  })

  it("leaves casts alone, and binds a value as often as it is named", () => {
    expect(FORGET.sql).toBe(
      `DELETE FROM "t" WHERE "id" IN (SELECT jsonb_array_elements_text(?::jsonb)) AND "at" < ?::timestamptz OR ? IS NULL`
    )
    expect(FORGET.bind({ ids: ["a"], at: null })).toEqual([`["a"]`, null, null])
  })

  it("binds lists as JSON and dates as ISO 8601", () => {
    const at = new Date(Date.UTC(2026, 0, 31))
    expect(FORGET.bind({ ids: [`"`, "b"], at })).toEqual([
      `["\\"","b"]`,
      "2026-01-31T00:00:00.000Z",
      "2026-01-31T00:00:00.000Z",
    ])
  })

  it("binds a list as an array of PostgreSQL where its text casts it to one", () => {
    const both = statement<{ keys: string[]; maxes: number[] }>(
      `SELECT * FROM unnest(:keys::text[], :maxes::int[]), jsonb_array_elements_text(:keys::jsonb)`
    )
    expect(both.sql).toContain("unnest(?::text[], ?::int[])")
    expect(both.bind({ keys: [`a"\\`, "b,c"], maxes: [1, 20] })).toEqual([
      `{"a\\"\\\\","b,c"}`,
      `{"1","20"}`,
      JSON.stringify([`a"\\`, "b,c"]),
    ])
    expect(both.bind({ keys: [], maxes: [] })[0]).toBe("{}")
    const nulls = statement<{ keys: (string | null)[] }>(`SELECT :keys::text[]`)
    expect(nulls.bind({ keys: [null, "NULL"] })).toEqual([`{NULL,"NULL"}`])
  })

  it("keeps an operator with a question mark", () => {
    const has = statement<{ key: string }>(`SELECT "data" ? :key`)
    expect(has.sql).toBe(`SELECT "data" \\? ?`)
    expect(has.bind({ key: "a" })).toEqual(["a"])
  })

  it("refuses to run without a value that its text names", () => {
    const misnamed = statement<{ id: string }>(`SELECT :it`)
    expect(() => misnamed.bind({ id: "a" })).toThrow("No value for :it in")
  })

  // The compiler checks these: an assignment of the wrong constant is an error of `npm run typecheck`.
  it("compiles with the values that it names and with no others", () => {
    const right: Accepts<Confirm, { id: string; days: number }> = true
    const swapped: Accepts<Confirm, { id: number; days: string }> = false
    const missing: Accepts<Confirm, { id: string }> = false
    const misnamed: Accepts<Confirm, { id: string; day: number }> = false
    const row: Same<RowOf<typeof CONFIRM>, { due: Date }> = true
    const noRow: Same<RowOf<typeof FORGET>, never> = true
    expect([right, swapped, missing, misnamed, row, noRow]).toEqual([
      true,
      false,
      false,
      false,
      true,
      true,
    ])
  })
})
