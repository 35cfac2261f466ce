import { execute, executeOne, statement } from "../../src/sql"
import { deletionModule } from "../helpers/deletion-module"

const ECHO = statement<
  { text: string; list: string[]; at: Date; none: null },
  { text: string; list: string[]; seconds: number; none: null }
>(
  `SELECT :text AS text, :list::jsonb AS list, :none::text AS none,
    extract(epoch FROM :at::timestamptz)::float AS seconds`
)

deletionModule((_service, _sql, manager) => {
  it("a statement binds its values as they are, whatever is in them", async () => {
    const values = {
      text: `it's \\ "what?" ?? :at $1 ; --`,
      list: [`'`, `"`, `\\`, "?", ":none"],
      at: new Date("2026-01-31T12:00:00.123Z"),
      none: null,
    }
    const context = { manager: manager() }

    const { at, ...same } = values
    expect(await executeOne(context, ECHO, values)).toEqual({
      ...same,
      seconds: at.getTime() / 1000,
    })
  })

  it("a statement may use PostgreSQL's operators with a question mark", async () => {
    const has = statement<{ key: string }, { found: boolean }>(
      `SELECT '{"a":1}'::jsonb ? :key AS found`
    )
    const context = { manager: manager() }

    expect(await execute(context, has, { key: "a" })).toEqual([{ found: true }])
    expect(await execute(context, has, { key: "b" })).toEqual([
      { found: false },
    ])
  })
})
