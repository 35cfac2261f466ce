// @ts-check
const { NOT_RUN } = require("../commands")
const { documentedBlocks, readDocument, WITH_CODE } = require("../documents")
const { isRoute, routesIn } = require("../routes")
const { ERRORS, MEDUSA_ERRORS } = require("../../../../src/errors")
const { refusedBody } = require("../request-bodies")

/** What checks a block of each language. */
const RULES = {
  ts: "integration-tests/package/documented-code.spec.ts compiles it",
  tsx: "the same",
  js: "the same",
  bash: "commands.spec.js",
  sh: "commands.spec.js",
  json: "here: it is an answer, see ANSWER",
  md: "here: it is a changeset",
  sql: "integration-tests/migrations/from-original.spec.ts runs it",
  http: "here: it is a request of a route with a body that it takes",
  text: "what a log or a person says, for people",
  mermaid: "drawn by whoever shows the page",
}
/** Says of an answer which type of `customer-registration/client` or of `/helpers` it has. */
const ANSWER = /^<!-- answer: (\w+) -->$/

it.each(documentedBlocks())(
  "A test knows the language of $file, block $nth: $language",
  ({ language, file, nth, before }) => {
    const rule = Reflect.get(RULES, language) ?? NOT_RUN.test(before)
    expect(
      rule
        ? []
        : [
            `${file}, block ${nth}: no test checks "${language}"; give it a rule in ${__filename}`,
          ]
    ).toEqual([])
  }
)

it("The Markdown in the documents is a changeset", () => {
  const notes = documentedBlocks(["md"]).filter(
    ({ code }) =>
      !/^---\n"customer-registration": (major|minor|patch)\n---\n\n(Added|Changed|Deprecated|Removed|Fixed|Security): \S/.test(
        code
      )
  )
  expect(notes).toEqual([])
})

it("The SQL in the documents is the block that a spec runs", () => {
  const places = documentedBlocks(["sql"]).map(({ file }) => file)
  expect(places).toEqual(["docs/migrating.md"])
})

const rows = { ...ERRORS, ...MEDUSA_ERRORS }

it.each(documentedBlocks(["json"]))(
  "$file, block $nth is JSON, and a refusal in the words of its code or an answer with a type",
  ({ code, before }) => {
    const answer = JSON.parse(code)
    const row = Reflect.get(rows, answer.code ?? "")
    if (answer.code === undefined) {
      // documented-code.spec.ts compiles it.
      expect(before).toMatch(ANSWER)
    } else {
      const { type, message } = row ?? {}
      expect(answer).toMatchObject({ type, message })
    }
  }
)

it.each(documentedBlocks(["http"]))(
  "$file, block $nth is a request that a route takes",
  async ({ code }) => {
    const [, method = "", url = "", body] =
      /^([A-Z]+) (\S+)(?:\n[\w-]+: .+)*(?:\n\n?([{[][^]*))?$/.exec(code) ?? []
    expect([method, url, isRoute(method, url)]).toEqual([method, url, true])
    const parsed = body === undefined ? undefined : JSON.parse(body)
    expect(await refusedBody(method, url, parsed)).toBeUndefined()
  }
)

it.each(WITH_CODE.filter((file) => !file.startsWith("docs/decisions/")))(
  "%s names routes that there are",
  (file) => {
    const unknown = routesIn(readDocument(file)).filter(
      ({ method, url }) => !isRoute(method, url)
    )
    expect(unknown).toEqual([])
  }
)

it("A route that nobody has is none", () => {
  expect(isRoute("POST", "/store/customers/otp/send")).toBe(true)
  expect(isRoute("GET", "/store/customers/otp/send")).toBe(false)
  expect(isRoute("POST", "/store/customers/otp/sent")).toBe(false)
  expect(isRoute("GET", "/admin/customers/:id/verification")).toBe(true)
  expect(
    routesIn("`GET` and `POST /store/{a|b}`, `GET, POST /auth/c?d`")
  ).toEqual([
    { method: "POST", url: "/store/a" },
    { method: "POST", url: "/store/b" },
    { method: "GET", url: "/auth/c?d" },
    { method: "POST", url: "/auth/c?d" },
  ])
})

it("A body that its route refuses is told", async () => {
  const send = "/store/customers/otp/send"
  const type = "phone_verification"
  expect(
    await refusedBody("POST", send, { customer_id: "cus_1", type })
  ).toBeUndefined()
  expect(await refusedBody("POST", send, { customer_id: "cus_1" })).toMatch(
    "type: expected"
  )
  expect(
    await refusedBody("POST", "/store/customers/me", { phone: "+12133734253" })
  ).toMatch("Phone changes require")
})

describe("docs/troubleshooting.md", () => {
  const page = readDocument("docs/troubleshooting.md")
  const entries = new Map(
    page
      .split(/^### /m)
      .slice(1)
      .map((entry) => [String(entry.split("\n")[0]), entry])
  )
  const codes = Object.entries(rows)

  it.each(codes)(
    "says of %s what it means, why it comes and what to do",
    (code, { status }) => {
      expect(entries.get(code)).toMatch(
        new RegExp(
          `^${code}\\n\\nStatus ${status}\\. \\S[^]+\\*\\*Why:\\*\\* \\S[^]+\\*\\*Do:\\*\\* \\S`
        )
      )
    }
  )

  it("has no code that nothing answers", () => {
    const known = codes.map(([code]) => code)
    // Of the client, where no server answers as Medusa does.
    known.push("server_unreachable", "answer_unreadable")
    expect([...entries.keys()].filter((code) => !known.includes(code))).toEqual(
      []
    )
  })
})
