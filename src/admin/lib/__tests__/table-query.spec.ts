import {
  rangeOfMany,
  readTableQuery,
  toListParams,
  writeTableQuery,
} from "../table-query"
import { textsIn } from "./in-language"

const read = (search: string) => readTableQuery(new URLSearchParams(search))

it.each([
  [""],
  ["customer_id=cus_1"],
  ["q=ada+lovelace&status=pending&status=confirmed&order=scheduled_at&page=3"],
  [
    "status=pending&created_at[$gte]=2026-11-01T00:00:00.000Z&scheduled_at[$lte]=2026-11-30T00:00:00.000Z",
  ],
])("the table's query is read as it was written: %s", (search) => {
  const written = decodeURIComponent(writeTableQuery(read(search)).toString())
  expect(written).toBe(search)
})

it.each([
  ["order=email"],
  ["order=-created_at"],
  ["status=unknown"],
  ["created_at=2026-11-01"],
  ["created_at[$gte]=yesterday"],
  ["created_at[$ne]=2026-11-01"],
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
    created_at: undefined,
    scheduled_at: undefined,
    order: "-created_at",
    limit: 20,
    offset: 20,
  })
})

it("a range ends with the end of its last day", () => {
  const [first, last] = [new Date(2026, 10, 1), new Date(2026, 10, 30)]
  const search = new URLSearchParams({
    "created_at[$gte]": first.toISOString(),
    "created_at[$lte]": last.toISOString(),
  })

  expect(toListParams(read(search.toString())).created_at).toEqual({
    $gte: first.toISOString(),
    $lt: new Date(2026, 11, 1).toISOString(),
  })
})

it.each([
  ["en", 0, 10_001, "1 – 20 of 10,000+ results"],
  ["en", 499, 10_001, "9,981 – 10,000 of 10,000+ results"],
  ["en", 500, 10_021, "10,001 – 10,020 of 10,020+ results"],
  ["de", 499, 10_001, "9.981 – 10.000 von über 10.000 Ergebnissen"],
])(
  "in %s, page %i of a list counted as %i has the footer %s",
  (language, page, count, text) => {
    expect(rangeOfMany(page, count, textsIn(language))).toBe(text)
  }
)
