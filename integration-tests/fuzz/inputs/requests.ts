import fc from "fast-check"
import type { ApiOptions } from "../../helpers/store"
import type { People } from "./people"
import { ROUTES, type Route } from "./routes"
import { headers, oddText, oddValue } from "./odd"

/** A request as it is generated: `$login` and the like stand for what only a running store knows. */
export type OddRequest = {
  route: Route
  parameter: string
  query: string
  body: unknown
  headers: Record<string, string>
}

/** A body with the right keys, of which one or more are odd, missing or too many; or none of that. */
const bodies = (route: Route) =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .record(
          Object.fromEntries(
            Object.entries(route.body).map(([key, usual]) => [
              key,
              fc.oneof(
                { weight: 2, arbitrary: fc.constant(usual) },
                { weight: 1, arbitrary: oddValue }
              ),
            ])
          ),
          { requiredKeys: [] }
        )
        .map((body): unknown => body),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.dictionary(oddText, oddValue, { maxKeys: 3 }), oddValue)
        .map(([more, proto]): unknown => ({
          ...route.body,
          ...more,
          constructor: proto,
        })),
    },
    { weight: 1, arbitrary: oddValue },
    // No JSON, as a rule.
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "{",
        '{"__proto__":{"a":1}}',
        "[".repeat(2000),
        '{"email":"a@b.co","email":{}}',
        `{"token":"${"x".repeat(120_000)}"}`
      ),
    }
  )

const queries = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom(
            "fields",
            "order",
            "limit",
            "offset",
            "q",
            "status",
            "status[]",
            "created_at[$gte]",
            "scheduled_at",
            "customer_id",
            "__proto__[a]",
            "token"
          ),
          fc.oneof(
            oddText,
            fc.constantFrom("-1", "1e99", "+*", "id,*", "-id", "%00", "null")
          )
        ),
        { minLength: 1, maxLength: 3 }
      )
      .map((pairs) =>
        pairs.map(([key, value]) => `${key}=${encode(value)}`).join("&")
      ),
  },
  { weight: 1, arbitrary: fc.constantFrom("%", "a=%E0%A4%A", "[[]]=&&&=", "?") }
)

const parameters = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("$customer", "$other", "cus_none") },
  { weight: 1, arbitrary: oddText.map((text) => encode(text) || "-") },
  { weight: 1, arbitrary: fc.constantFrom("%00", "%E0%A4%A", "..%2f", "%25") }
)

// A lone surrogate has no encoding.
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
}

export const requests: fc.Arbitrary<OddRequest> = fc
  .constantFrom(...ROUTES)
  .chain((route) =>
    fc.record({
      route: fc.constant(route),
      parameter: parameters,
      query: queries,
      body: route.method === "GET" ? fc.constant(undefined) : bodies(route),
      headers: headers(route.who),
    })
  )

/** The request, with what the store knows in it. */
export function toOptions(
  { route, parameter, query, body, headers }: OddRequest,
  { known }: People
): { method: string; path: string; options: ApiOptions } {
  const filled = <T>(value: T): T =>
    value === undefined
      ? value
      : (JSON.parse(
          JSON.stringify(value).replace(/\$(\w+)/g, (all, name: string) =>
            Object.hasOwn(known, name) ? known[name] : all
          )
        ) as T)
  const path = filled(route.path.replace(":id", parameter))
  return {
    method: route.method,
    path: query ? `${path}?${query}` : path,
    options: { body: filled(body), headers: filled(headers) },
  }
}
