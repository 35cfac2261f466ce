import { describeError } from "../log"

const TO = "+12133734253"

class RestException extends Error {
  constructor(
    message: string,
    readonly code: number,
    readonly status: number
  ) {
    super(message)
  }
}

describe("describeError", () => {
  it("tells class, code, status and message, without contact and code", () => {
    const error = new RestException(`Invalid 'To' ${TO}: 482917`, 21211, 400)
    expect(describeError(error, [TO, "482917"])).toBe(
      "RestException, code 21211, status 400: Invalid 'To' [hidden]: [hidden]"
    )
  })

  it.each<[string, object, string]>([
    ["status", { status: 401 }, "status 401"],
    ["statusCode", { statusCode: 401 }, "status 401"],
    ["response.status", { response: { status: 401 } }, "status 401"],
    ["$metadata", { $metadata: { httpStatusCode: 401 } }, "status 401"],
    ["code", { code: "EAUTH" }, "code EAUTH"],
  ])("finds %s", (_name, fields, shown) => {
    const error = Object.assign(new Error("Bad key"), fields)
    expect(describeError(error, [])).toBe(`Error, ${shown}: Bad key`)
  })

  it("tells the cause, which is all that fetch has to say", () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:25"), {
      code: "ECONNREFUSED",
    })
    expect(describeError(new TypeError("fetch failed", { cause }), [])).toBe(
      "TypeError: fetch failed; because of Error, code ECONNREFUSED: connect ECONNREFUSED 10.0.0.1:25"
    )
  })

  it("hides a code that stands in the fields", () => {
    const error = Object.assign(new Error("no"), { code: "482917", name: TO })
    expect(describeError(error, [TO, "482917"])).toBe(
      "[hidden], code [hidden]: no"
    )
  })

  it.each([
    ["a text", "down for jane@example.com", "string: down for [e-mail]"],
    ["nothing", undefined, "undefined:"],
    ["an object", { message: "quota", code: 429 }, "object, code 429: quota"],
    ["fields that are objects", { code: {}, status: [] }, "object:"],
  ])("stands %s", (_name, thrown, shown) => {
    expect(describeError(thrown, [])).toBe(shown)
  })

  it("stands a cause that is itself", () => {
    const error = new Error("round")
    error.cause = error
    expect(describeError(error, []).length).toBeLessThan(200)
  })
})
