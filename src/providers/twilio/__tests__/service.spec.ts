import type { ConfigModule } from "@medusajs/framework/types"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { TwilioError, TwilioNotificationService } from "../service"

const OPTIONS = {
  channels: ["sms"],
  account_sid: `AC${"0a".repeat(16)}`,
  auth_token: "a-token",
  from: "+15005550006",
}
const API_KEY = { api_key_sid: `SK${"0b".repeat(16)}`, api_key_secret: "s" }
const TO = "+12133734253"
const MESSAGE = {
  to: TO,
  channel: "sms",
  template: "customer-registration/phone_verification",
  content: { text: "482917 is your code" },
}
const configModule = {
  projectConfig: { http: {} },
  modules: {},
} as unknown as ConfigModule

const service = (more: object = {}) =>
  new TwilioNotificationService({ configModule }, { ...OPTIONS, ...more })

function refusal(options: object): string {
  try {
    TwilioNotificationService.validateOptions(
      options as Record<string, unknown>
    )
  } catch (error) {
    return (error as Error).message
  }
  throw new Error("The options were accepted")
}

describe("The options of twilio", () => {
  const { auth_token: _token, ...keyless } = OPTIONS
  const { from: _from, ...nowhere } = OPTIONS

  it.each([
    OPTIONS,
    { ...keyless, ...API_KEY },
    { ...nowhere, messaging_service_sid: `MG${"0c".repeat(16)}` },
  ])("may be %j", (options) => {
    expect(() =>
      TwilioNotificationService.validateOptions(options)
    ).not.toThrow()
  })

  it.each([
    ["no account", { ...OPTIONS, account_sid: undefined }, "account_sid"],
    ["another SID", { ...OPTIONS, account_sid: "SK1" }, "account_sid"],
    ["no credentials", keyless, "auth_token"],
    [
      "half a key",
      { ...keyless, api_key_sid: API_KEY.api_key_sid },
      "api_key_secret",
    ],
    ["no sender", nowhere, "from"],
    [
      "a host without a dot",
      { ...OPTIONS, base_url: "http://localhost:1" },
      "base_url",
    ],
  ])("are refused with %s, and no value is told", (_what, options, path) => {
    const message = refusal(options)
    expect(message).toContain("twilio: invalid provider options")
    expect(message).toContain(`→ at ${path}`)
    expect(message).not.toContain("a-token")
  })

  it("are refused with a key that there is not", () => {
    expect(refusal({ ...OPTIONS, sid: "x" })).toContain('"sid"')
  })
})

describe("twilio", () => {
  it.each([undefined, null, { text: " " }, { html: "<b>Hi</b>", text: "" }])(
    "refuses a notification with the content %j, and says what to do",
    async (content) => {
      const sent = service().send({ ...MESSAGE, content })
      await expect(sent).rejects.toThrow(
        /"customer-registration\/phone_verification" has no content\.text.*leave it out or name a file/
      )
    }
  )

  it("throws nothing that holds the request", async () => {
    // Nobody listens there.
    const sent = service({ base_url: "http://127.0.0.1:9" }).send(MESSAGE)
    const error: unknown = await sent.catch((error: unknown) => error)
    expect(error).toBeInstanceOf(TwilioError)
    expect(error).toMatchObject({ code: "ECONNREFUSED" })
    const all = inspect(error, { depth: 10, showHidden: true })
    expect(all).not.toMatch(/482917|12133734253|a-token/)
  })

  const AUTH_TOKEN = "0f".repeat(16)

  it.each([
    ["the number", `The number ${TO} is unverified`],
    ["the number as people write it", "To (213) 373-4253 is unverified"],
    ["the text", `Cannot send "${MESSAGE.content.text}"`],
    ["the account", `Account ${OPTIONS.account_sid} is not active`],
    ["the token", `Wrong credentials: ${AUTH_TOKEN}`],
    ["a key's secret", "Wrong credentials: secret-of-the-key"],
  ])("throws Twilio's words without %s", async (_what, words) => {
    const error = await refusedWith(words, {
      auth_token: AUTH_TOKEN,
      ...API_KEY,
      api_key_secret: "secret-of-the-key",
    })
    expect(error).toBeInstanceOf(TwilioError)
    expect(error).toMatchObject({ code: 21608, status: 400 })
    expect(error.message).toMatch(
      /\[(?:hidden|phone)\].*\(a trial account sends to verified numbers only\)$/
    )
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(
      /3734253|373-4253|482917|0a0a|0f0f|secret-of/
    )
  })
})

/** What a send throws when Twilio refuses it. */
async function refusedWith(message: string, options: object): Promise<Error> {
  const server = createServer((_request, response) => {
    response.writeHead(400, { "content-type": "application/json" })
    response.end(JSON.stringify({ code: 21608, message, status: 400 }))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  try {
    const base_url = `http://127.0.0.1:${port}`
    await service({ ...options, base_url }).send(MESSAGE)
  } catch (error) {
    return error as Error
  } finally {
    server.closeAllConnections()
    server.close()
  }
  throw new Error("Twilio took it")
}
