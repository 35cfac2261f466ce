import type { MedusaContainer } from "@medusajs/framework/types"
import { execute, inTransaction, isRefusedAs, statement } from ".."

const FIND = statement<{ id: string }, { id: string }>(
  `SELECT "id" FROM "t" WHERE "id" = :id AND "tags" ? 'new'`
)
const ROW = { id: "7" }

const containerOf = (knex: object) =>
  ({ resolve: () => knex }) as unknown as MedusaContainer

/** A pool whose connection notes what it is asked. */
function pool(query = jest.fn(async (_query: object) => ({ rows: [ROW] }))) {
  const end = jest.fn(async () => {})
  const client = {
    acquireConnection: jest.fn(async () => ({ query, end })),
    releaseConnection: jest.fn(async () => {}),
  }
  return { container: containerOf({ client }), client, query, end }
}

describe("A statement on a connection of the pool", () => {
  it("goes out with its values apart, and gives the connection back", async () => {
    const { container, client, query } = pool()

    expect(await execute(container, FIND, ROW)).toEqual([ROW])

    expect(query).toHaveBeenCalledWith({
      text: `SELECT "id" FROM "t" WHERE "id" = $1 AND "tags" ? 'new'`,
      values: ["7"],
    })
    expect(client.releaseConnection).toHaveBeenCalledTimes(1)
  })

  it("fails without what PostgreSQL quotes of a row, and gives the connection back", async () => {
    const refused = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "Key (phone)=(+12133734253) already exists.",
      where: "unnamed portal parameter $1 = '+12133734253'",
    })
    const { container, client } = pool(jest.fn().mockRejectedValue(refused))

    const error: unknown = await execute(container, FIND, ROW).catch(
      (caught: unknown) => caught
    )

    expect(isRefusedAs("unique_violation", error)).toBe(true)
    expect(isRefusedAs("division_by_zero", error)).toBe(false)
    expect(JSON.stringify(error)).not.toContain("+12133734253")
    expect(client.releaseConnection).toHaveBeenCalledTimes(1)
  })
})

describe("A transaction on a connection of the pool", () => {
  const textsOf = (query: jest.Mock) =>
    query.mock.calls.map(([{ text }]: [{ text: string }]) => text)

  it("is one for all that happens in it, and is committed", async () => {
    const { container, client, query } = pool()

    await inTransaction(container, (outer) =>
      inTransaction(outer, (inner) => execute(inner, FIND, ROW))
    )

    expect(textsOf(query)).toEqual(["BEGIN", FIND.text, "COMMIT"])
    expect(client.acquireConnection).toHaveBeenCalledTimes(1)
    expect(client.releaseConnection).toHaveBeenCalledTimes(1)
  })

  it("is rolled back when its work fails", async () => {
    const { container, query, end } = pool()
    const failed = inTransaction(container, () => Promise.reject(new Error()))

    await expect(failed).rejects.toThrow()

    expect(textsOf(query)).toEqual(["BEGIN", "ROLLBACK"])
    expect(end).not.toHaveBeenCalled()
  })

  it("ends a connection that cannot roll back", async () => {
    const query = jest
      .fn()
      .mockResolvedValueOnce({ rows: [] })
      .mockRejectedValue(new Error("the connection is gone"))
    const { container, end } = pool(query)
    const failed = inTransaction(container, () =>
      Promise.reject(new Error("the work failed"))
    )

    await expect(failed).rejects.toThrow("the work failed")

    expect(end).toHaveBeenCalledTimes(1)
  })
})

describe("Where Knex lends no connections", () => {
  it("a statement runs through Knex, its question marks escaped", async () => {
    const raw = jest.fn(async () => ({ rows: [ROW] }))

    expect(await execute(containerOf({ raw }), FIND, ROW)).toEqual([ROW])

    expect(raw).toHaveBeenCalledWith(
      `SELECT "id" FROM "t" WHERE "id" = ? AND "tags" \\? 'new'`,
      ["7"]
    )
  })

  it("a transaction is one of Knex's", async () => {
    const raw = jest.fn(async () => ({ rows: [ROW] }))
    const transaction = jest.fn((work: (own: object) => unknown) =>
      work({ raw })
    )

    const found = await inTransaction(containerOf({ transaction }), (context) =>
      execute(context, FIND, ROW)
    )

    expect(found).toEqual([ROW])
    expect(transaction).toHaveBeenCalledTimes(1)
  })
})
