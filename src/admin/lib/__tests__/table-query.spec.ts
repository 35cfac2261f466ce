import {
  rangeOfMany,
  readTableQuery,
  toListParams,
  writeTableQuery,
} from "../table-query"

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

it.each([
  [0, 10_001, "1 – 20 of 10,000+ results"],
  [499, 10_001, "9,981 – 10,000 of 10,000+ results"],
  [500, 10_021, "10,001 – 10,020 of 10,020+ results"],
])("page %i of a list counted as %i has the footer %s", (page, count, text) => {
  expect(rangeOfMany(page, count)).toBe(text)
})
