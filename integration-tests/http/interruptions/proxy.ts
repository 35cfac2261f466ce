import { Client } from "pg"
import { Cut, CuttingProxy } from "../../helpers/cutting-proxy"
import { createDatabase, TestDatabase } from "../../helpers/databases"

/** That the instrument measures what the flows rely on. */
export function proxy() {
  let database: TestDatabase
  let proxy: CuttingProxy

  beforeAll(async () => {
    database = await createDatabase({ empty: true })
    await database.db.query("create table thing (name text)")
    proxy = await CuttingProxy.start(database.url)
  })

  beforeEach(() => database.db.query("delete from thing"))

  afterAll(async () => {
    await proxy.close()
    await database.drop()
  })

  /** Runs statements on a connection of its own → what came of it. */
  const run = async (cut: Cut | undefined, work: [string, unknown[]?][]) => {
    const client = new Client({ connectionString: proxy.url })
    client.on("error", () => undefined)
    await client.connect()
    proxy.watch(cut)
    let broken = false
    try {
      for (const [sql, values] of work) {
        await client.query(sql, values)
      }
      await client.end()
    } catch {
      broken = true
    }
    const { writes, cutAt } = await proxy.unwatch()
    const { rows } = await database.db.query<{ name: string }>(
      "select name from thing order by name"
    )
    return { writes, cutAt, broken, names: rows.map(({ name }) => name) }
  }

  const insert = (name: string): [string, unknown[]] => [
    "insert into thing values ($1)",
    [name],
  ]

  const TRANSACTION: [string, unknown[]?][] = [
    ["BEGIN;"],
    insert("a"),
    ["update thing set name = 'b'"],
    ["COMMIT;"],
  ]

  it("counts what lasts: statements of their own, and commits of what was written", async () => {
    const result = await run(undefined, [
      ["select 1"],
      insert("a"),
      ["BEGIN;"],
      ["select * from thing for update"],
      ["COMMIT;"],
      ...TRANSACTION,
      ["BEGIN;"],
      insert("c"),
      ["ROLLBACK;"],
      ["with gone as (delete from thing returning name) select * from gone"],
    ])

    expect(result).toEqual({
      writes: [
        "insert thing",
        "commit insert thing, update thing",
        "delete thing",
      ],
      broken: false,
      names: [],
    })
  })

  it.each([
    {
      name: "a statement",
      work: [insert("a")],
      at: "insert thing",
      names: ["a"],
    },
    {
      name: "a transaction",
      work: TRANSACTION,
      at: "commit insert thing, update thing",
      names: ["b"],
    },
  ])("cuts before $name, and after it", async ({ work, at, names }) => {
    const cut = { writes: [at], cutAt: at, broken: true }
    expect(await run({ nth: 1, when: "before" }, work)).toEqual({
      ...cut,
      names: [],
    })
    expect(await run({ nth: 1, when: "after" }, work)).toEqual({
      ...cut,
      names,
    })
    expect(await run(undefined, [["delete from thing"]])).toMatchObject({
      broken: false,
    })
  })
}
