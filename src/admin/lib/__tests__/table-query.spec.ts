import { readTableQuery, toListParams, writeTableQuery } from "../table-query"

const read = (search: string) => readTableQuery(new URLSearchParams(search))

it.each([
  [""],
  ["customer_id=cus_1"],
  ["q=ada+lovelace&status=pending&status=confirmed&order=scheduled_at&page=3"],
])("the table's query is read as it was written: %s", (search) => {
  expect(writeTableQuery(read(search)).toString()).toBe(search)
})

it.each([
  ["order=email"],
  ["order=-created_at"],
  ["status=unknown"],
  ["page=1"],
  ["page=-2"],
  ["page=1.5"],
  ["page=x"],
])("the table's query reads %s as the default", (search) => {
  expect(writeTableQuery(read(search)).toString()).toBe("")
})

it("the table requests from the route what it shows", () => {
  expect(toListParams(read("q=ada&status=pending&page=2"))).toEqual({
    q: "ada",
    status: ["pending"],
    customer_id: undefined,
    order: "-created_at",
    limit: 20,
    offset: 20,
  })
})
