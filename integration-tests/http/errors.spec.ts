import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ERRORS, MEDUSA_ERRORS, type ErrorRow } from "../../src/errors"
import {
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
} from "../helpers/fixtures"
import { ApiOptions } from "../helpers/store"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"
import { Cast, castOf, REFUSALS } from "./errors/refusals"
import { unknownProviders } from "./errors/unknown-providers"

const TABLE: Record<string, ErrorRow> = { ...ERRORS, ...MEDUSA_ERRORS }
const API = path.resolve(__dirname, "../../src/api")

/** What no shopper understands: routes, options, fields in quotation marks, the words of parsers. */
const FOR_DEVELOPERS =
  /\/(store|auth|admin)\b|\b(GET|POST|JSON|API|token|header|body|query|expected|Unrecognized|undefined|string|id|provider|entity|identity|implemented)\b|[a-z]_[a-z]/

/** The routes of the plugin, by their files. */
function routesOfPlugin(): string[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const source = readFileSync(path.join(API, file), "utf8")
      const url = path.dirname(file).replace(/\[(\w+)\]/g, ":$1")
      return [...source.matchAll(/^export const ([A-Z]+)\b/gm)].map(
        ([, method]) => `${method} /${url}`
      )
    })
}

describe("Every refusal", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      login: { methods: ["password", "code"] },
      phone: { default_country: "US" },
    },
  })
  let cast: Cast

  beforeAll(async () => {
    cast = await castOf(store)
  })

  it("is tried on every route of the plugin, and with every code of Medusa's", () => {
    const tried = new Set(REFUSALS.map(([route]) => route))
    expect(routesOfPlugin().filter((route) => !tried.has(route))).toEqual([])
    const codes = new Set(REFUSALS.map(([, , code]) => code))
    expect(
      Object.keys(MEDUSA_ERRORS).filter((code) => !codes.has(code))
      // By RBAC (rbac.spec.ts), by a second factor (login-gate/mfa.ts), by a broken server (medusa-errors.spec.ts).
    ).toEqual(["mfa_required", "forbidden", "unknown_error"])
  })

  it.each(REFUSALS)(
    "of %s for %s has the code %s",
    async (route, _what, code, prepare) => {
      const { method, path, ...options } = await prepare(cast)

      const { status, body } = await expectNothingWritten(store, () =>
        store.api(method, path, options)
      )

      const { status: expected, type } = TABLE[code]
      expect({ status, body }).toEqual({
        status: expected,
        body: expect.objectContaining({ type, code }),
      })
      expect(body.message).toMatch(/\w/)
      // Whose words are the original's.
      const isQuoted = code === "contact_change_not_allowed"
      if (!route.includes(" /admin") && !isQuoted) {
        expect(body.message).not.toMatch(FOR_DEVELOPERS)
      }
    }
  )

  it("leaves a browser's answer of a sign-up sent twice at once with a code", async () => {
    const email = freshEmail()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.api("POST", "/auth/customer/emailpass/register", {
          body: { email, password: PASSWORD },
        })
      )
    )
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeLessThan(answers.length)
    for (const { status, body } of refused) {
      expect({ status, body }).toEqual({
        status: 401,
        body: {
          type: "unauthorized",
          code: "identity_exists",
          message: "Identity with email already exists",
          ...(body.hint && { hint: expect.stringContaining("already exists") }),
        },
      })
    }
  })

  unknownProviders(store)

  describe("and every answer of the plugin's routes to a browser", () => {
    const ORIGIN = "http://localhost:8000"
    const ADMIN_ORIGIN = "http://localhost:9000"
    const EXPOSE = "access-control-expose-headers"
    const ask = (
      [method, path]: [string, string],
      origin: string | undefined,
      options: ApiOptions = {}
    ) =>
      store.api(method, path, {
        ...options,
        headers: { ...options.headers, ...(origin && { origin }) },
      })

    const ROUTES: [string, string][] = [
      ["POST", "/store/customers"],
      ["GET", "/store/customers/me"],
      ["POST", "/store/customers/otp/send"],
      ["POST", "/auth/customer/emailpass"],
      ["POST", "/auth/customer/phonepass"],
      ["POST", "/auth/token/refresh"],
    ]

    it.each(ROUTES)(
      "shows Retry-After to a storefront of an allowed origin: %s %s",
      async (...route) => {
        const allowed = await ask(route, ORIGIN)
        expect(allowed.headers).toMatchObject({
          "access-control-allow-origin": ORIGIN,
          "access-control-allow-credentials": "true",
          vary: expect.stringMatching(/Origin/),
          [EXPOSE]: "Retry-After",
        })
      }
    )

    it.each(ROUTES)(
      "shows nothing to another origin, or to a server: %s %s",
      async (...route) => {
        for (const origin of ["https://evil.example", undefined]) {
          const { headers } = await ask(route, origin)
          expect(headers).not.toHaveProperty("access-control-allow-origin")
          expect(headers).not.toHaveProperty(EXPOSE)
        }
      }
    )

    it("shows it with a 429, once", async () => {
      const { customer } = await registerCustomer(store, {
        phone: freshPhone(),
      })
      const body = { customer_id: customer.id, type: "email_verification" }
      const send = () =>
        ask(["POST", "/store/customers/otp/send"], ORIGIN, { body })
      expect((await send()).headers[EXPOSE]).toBe("Retry-After")

      const { status, headers, body: refused } = await send()

      expect(status).toBe(429)
      expect(headers["retry-after"]).toBe(String(refused.retry_after))
      expect(headers[EXPOSE]).toBe("Retry-After")
    })

    it.each([
      ["POST", "/auth/user/emailpass", ORIGIN],
      ["GET", "/store/products", ORIGIN],
      ["GET", "/admin/account-deletion-requests", ADMIN_ORIGIN],
    ])(
      "leaves Medusa's headers elsewhere as they are: %s %s",
      async (method, path, origin) => {
        const { headers } = await ask([method, path], origin)
        expect(headers["access-control-allow-origin"]).toBe(origin)
        expect(headers).not.toHaveProperty(EXPOSE)
      }
    )
  })
})
