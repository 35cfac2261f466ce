import { createCustomerClient, RequestError } from ".."
import { RequestError as HelpersError } from "../../helpers"
import { FakeServer } from "./fake-server"

describe("What the client throws", () => {
  const server = new FakeServer()
  const customers = createCustomerClient({ baseUrl: "https://api.example.com" })

  beforeEach(() => server.open())
  afterEach(() => server.close())

  const thrown = (): Promise<RequestError> =>
    customers.requestDeletion().then(
      () => Promise.reject(new Error("It went well")),
      (error: RequestError) => error
    )

  it("is the error of the helpers", () => {
    expect(RequestError).toBe(HelpersError)
  })

  it("has the status, the code and the other fields of the answer", async () => {
    const refusal = {
      type: "too_many_requests",
      code: "otp_throttled",
      message: "Too many codes were requested. Try again later.",
      hint: "resend",
      retry_after: 42,
      of_tomorrow: [1],
    }
    server.answer(refusal, { status: 429, headers: { "retry-after": "7" } })

    const error = await thrown()

    expect(error).toBeInstanceOf(RequestError)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      ...refusal,
      name: "RequestError",
      status: 429,
    })
    expect(error.stack).toContain("errors.spec")
  })

  it("is itself, whatever the answer calls itself", async () => {
    const odd = { name: "x", status: "y", message: "No.", code: 7 }
    server.answer(odd, { status: 400 })

    expect(await thrown()).toMatchObject({
      name: "RequestError",
      status: 400,
      message: "No.",
      code: undefined,
    })
  })

  it.each([
    ["constructor", RequestError],
    ["toString", expect.any(Function)],
    ["stack", expect.stringContaining("errors.spec")],
    ["cause", undefined],
  ])("does not take %s from the answer", async (field, own) => {
    server.answerText(`{"message":"No.","${field}":"theirs","hint":"h"}`, {
      status: 400,
    })

    const error = await thrown()

    expect(error).toBeInstanceOf(RequestError)
    expect(error[field as keyof RequestError]).toEqual(own)
    expect(error.hint).toBe("h")
  })

  it("is an error where the answer brings an object for its prototype", async () => {
    server.answerText('{"message":"No.","__proto__":{"a":1}}', { status: 400 })

    const error = await thrown()

    expect(error).toBeInstanceOf(RequestError)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toHaveProperty("a")
    expect(String(error)).toBe("RequestError: No.")
  })

  it.each([
    ["30", 30],
    ["Wed, 21 Oct 2026 07:28:00 GMT", undefined],
    ["", undefined],
  ])(
    "has the seconds of Retry-After %j where the body has none",
    async (value, seconds) => {
      server.answer(
        { message: "Slow down." },
        {
          status: 429,
          headers: { "retry-after": value },
        }
      )
      expect((await thrown()).retry_after).toBe(seconds)
    }
  )

  it.each(["<h1>Bad gateway</h1>", "", "null", "[]", '{"message":{"a":1}}'])(
    "has the status of the answer %j",
    async (text) => {
      server.answerText(text, { status: 502 })
      expect(await thrown()).toMatchObject({
        message: "The server answered 502.",
        status: 502,
        code: undefined,
      })
    }
  )

  it("says that no server was reached", async () => {
    server.breakDown()
    expect(await thrown()).toMatchObject({
      message: "The server could not be reached.",
      status: 0,
      code: "server_unreachable",
      cause: new TypeError("fetch failed"),
    })
  })

  it("has no token in the words for shoppers, though fetch refuses to send it", async () => {
    server.close()
    const { requestDeletion } = createCustomerClient({
      baseUrl: "http://127.0.0.1:1",
      tokenStore: { get: () => "SE\nCRET", set: () => {}, remove: () => {} },
    })

    await expect(requestDeletion()).rejects.toMatchObject({
      message: "The server could not be reached.",
      cause: { message: expect.stringContaining("Bearer SE") },
    })
  })

  it("says that what answered was no Medusa", async () => {
    server.answerText("<h1>Welcome</h1>", { status: 201 })
    expect(await thrown()).toMatchObject({
      message: "The server's answer could not be read.",
      status: 201,
      code: "answer_unreadable",
      cause: { name: "SyntaxError" },
    })
  })

  it.each(["null", "7", '"Welcome"'])(
    "says so of the answer %s, which has no fields",
    async (text) => {
      server.answerText(text, { status: 201 })
      expect(await thrown()).toMatchObject({
        status: 201,
        code: "answer_unreadable",
      })
    }
  )

  it("is nothing for the mail of a reset, which is answered in words", async () => {
    server.answerText("Created", { status: 201 })
    await customers.requestPasswordReset({ email: "jane@example.com" })
    expect(server.sent).toHaveLength(1)
  })
})
