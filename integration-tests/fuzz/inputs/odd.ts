import fc from "fast-check"

/** Text that breaks what was not written for it. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    "\u0000",
    "a\u0000@example.com",
    "\ud800",
    "' or 1=1 --",
    "{{7*7}}",
    "../../etc/passwd",
    "a@b.co\r\nBcc: c@d.co",
    "+1213373425３",
    "\u202e+12133734253",
    "__proto__",
    "x".repeat(5000),
    "9".repeat(400),
    "NaN"
  )
)

/** Anything that JSON can say. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>("$email", "$phone", "$customer", "$code", "$login"),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 123456, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.constantFrom("$email", "$phone", "123456"), { maxLength: 3 }),
  fc.constant({ $ne: null }),
  fc.constant({ toString: "x", length: 6 })
)

/** A token that is none, or not a whole one. */
const oddToken = fc.oneof(
  fc.string({ unit: "grapheme-ascii", maxLength: 60 }),
  fc.constantFrom(
    "eyJhbGciOiJub25lIn0.eyJhY3Rvcl9pZCI6ImN1c18xIiwiYWN0b3JfdHlwZSI6ImN1c3RvbWVyIn0.",
    "a.b.c",
    "..",
    "$code",
    "$registration",
    "$login$login",
    "$loginx",
    "x$login",
    "x".repeat(6000)
  )
)

/** Who sends it: whom the route is for, as a rule, or somebody odd. */
export function headers(
  who: "anybody" | "login" | "admin"
): fc.Arbitrary<Record<string, string>> {
  const right: Record<string, string> =
    who === "anybody" ? {} : { authorization: `Bearer $${who}` }
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(right) },
    {
      weight: 3,
      arbitrary: fc.oneof(
        oddToken.map((token) => ({ authorization: `Bearer ${token}` })),
        oddToken.map((authorization) => ({ authorization })),
        oddToken.map((token) => ({ cookie: `connect.sid=s:${token}` })),
        fc.constant({ authorization: "Basic JGxvZ2luOng=" })
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom<Record<string, string>>(
          { "content-type": "text/plain" },
          { "content-type": "application/x-www-form-urlencoded" },
          { "content-type": "application/json; charset=nothing" },
          { "content-type": "multipart/form-data; boundary=x" },
          { "content-encoding": "gzip" },
          { "x-publishable-api-key": "pk_none" },
          { "x-forwarded-for": "not an address, 1.2.3.4" },
          { "accept-language": "*;q=nothing" },
          { "x-http-method-override": "DELETE" }
        )
        .map((odd) => ({ ...right, ...odd })),
    }
  )
}
