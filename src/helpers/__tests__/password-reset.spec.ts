import { completePasswordReset, requestPasswordReset, RequestError } from ".."

const SERVER = { baseUrl: "https://api.example.com/" }
const REFUSED = { type: "invalid_data", code: "invalid_body", message: "No." }

type Call = { url: string; init: RequestInit }

describe("The helpers of the password reset", () => {
  const original = globalThis.fetch
  let calls: Call[]

  const answerWith = (answer: () => Promise<Response>) => {
    globalThis.fetch = (target, init = {}) => {
      const { url } = new Request(target)
      calls.push({ url, init })
      return answer()
    }
  }

  const answer = (status: number, body: string) =>
    answerWith(() => Promise.resolve(new Response(body, { status })))

  const errorOf = (work: Promise<void>): Promise<RequestError> =>
    work.then(
      () => Promise.reject(new Error("It went well")),
      (error: RequestError) => error
    )

  beforeEach(() => {
    calls = []
  })

  afterEach(() => {
    globalThis.fetch = original
  })

  it("request a reset, with the publishable key if it is given", async () => {
    answer(201, "Created")

    await requestPasswordReset(
      { email: "jane@example.com" },
      { ...SERVER, publishableApiKey: "pk_1" }
    )

    expect(calls).toEqual([
      {
        url: "https://api.example.com/auth/customer/emailpass/reset-password",
        init: {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-publishable-api-key": "pk_1",
          },
          body: '{"identifier":"jane@example.com"}',
        },
      },
    ])
  })

  it("complete a reset with the token as bearer and not in the body or the URL", async () => {
    answer(200, '{"success":true}')

    await completePasswordReset(
      { email: "jane@example.com", password: "correct horse", token: "t.o.k" },
      SERVER
    )

    expect(calls).toEqual([
      {
        url: "https://api.example.com/auth/customer/emailpass/update",
        init: {
          method: "POST",
          headers: {
            "content-type": "application/json",
            authorization: "Bearer t.o.k",
          },
          body: '{"password":"correct horse"}',
        },
      },
    ])
  })

  const REQUESTS: [string, () => Promise<void>][] = [
    [
      "requestPasswordReset",
      () => requestPasswordReset({ email: "jane@example.com" }, SERVER),
    ],
    [
      "completePasswordReset",
      () => completePasswordReset({ password: "x", token: "t" }, SERVER),
    ],
  ]

  describe.each(REQUESTS)("The helper %s", (_name, request) => {
    it("throws the server's message, status and code", async () => {
      answer(400, JSON.stringify(REFUSED))

      const error = await errorOf(request())

      expect(error).toBeInstanceOf(RequestError)
      expect(error).toBeInstanceOf(Error)
      expect(error).toMatchObject({
        name: "RequestError",
        message: "No.",
        status: 400,
        code: "invalid_body",
      })
    })

    it.each(["<h1>Bad gateway</h1>", "", "null", '{"message":{"a":1}}'])(
      "throws the status when the answer is %j",
      async (body) => {
        answer(502, body)

        const error = await errorOf(request())

        expect(error.message).toBe("The server answered 502.")
        expect([error.status, error.code]).toEqual([502, undefined])
      }
    )

    it("throws status 0 when the server cannot be reached", async () => {
      answerWith(() => Promise.reject(new TypeError("Failed to fetch")))

      const error = await errorOf(request())

      expect(error).toBeInstanceOf(RequestError)
      expect(error.status).toBe(0)
      expect(error.message).toBe("The server could not be reached.")
      expect(error.cause).toEqual(new TypeError("Failed to fetch"))
    })
  })
})
