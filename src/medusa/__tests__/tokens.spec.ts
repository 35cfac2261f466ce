import jwt from "jsonwebtoken"
import { parseCustomerToken } from "../presented-logins"
import { bearerToken, parseResetEvent } from "../reset-event"
import { needsSecondStep, parseTokenAnswer, providerOf } from "../tokens"

const sign = (claims: object) => jwt.sign(claims, "secret")

const CUSTOMER = {
  actor_type: "customer",
  actor_id: "cus_1",
  auth_identity_id: "authid_1",
  iat: 1767225600,
}

it("reads the claims of a customer's token, with or without a provider", () => {
  expect(parseCustomerToken(sign(CUSTOMER))).toEqual(CUSTOMER)
  const named = { ...CUSTOMER, auth_provider: "phonepass" }
  expect(parseCustomerToken(sign(named))).toEqual(named)
})

it("takes a token that does not say when it was made for the oldest of all", () => {
  const { iat: _iat, ...claims } = CUSTOMER
  const token = jwt.sign(claims, "secret", { noTimestamp: true })
  expect(parseCustomerToken(token)).toEqual({ ...claims, iat: 0 })
})

it.each([
  ["an admin's", sign({ ...CUSTOMER, actor_type: "user" })],
  ["a password reset's", sign({ entity_id: "jane@example.com" })],
  ["no token", "not.a.token"],
])("reads no claims of a customer from %s", (_what, token) => {
  expect(parseCustomerToken(token)).toBeUndefined()
})

it.each([
  [{ token: "t" }, false],
  [{ token: "t", mfa_required: true }, true],
  [{ token: "t", verification_required: true }, true],
])(
  "of the answer %j, says whether a second step is needed: %s",
  (answer, second) => {
    const made = parseTokenAnswer(answer)
    expect(made).toEqual(answer)
    expect(made && needsSecondStep(made)).toBe(second)
  }
)

it.each([{ token: 7 }, { location: "https://example.com" }, null, "text"])(
  "finds no token in the answer %j",
  (answer) => {
    expect(parseTokenAnswer(answer)).toBeUndefined()
  }
)

const RESET = {
  entity_id: "jane@example.com",
  actor_type: "customer",
  token: sign({ provider: "emailpass" }),
}

it("reads the reset of a customer's e-mail from Medusa's event", () => {
  const { token } = RESET
  expect(parseResetEvent(RESET)).toEqual({ email: "jane@example.com", token })
})

it.each([
  ["an admin", { ...RESET, actor_type: "user" }],
  ["another provider", { ...RESET, token: sign({ provider: "phonepass" }) }],
  ["a token without a provider", { ...RESET, token: sign({}) }],
  ["no token", { ...RESET, token: "" }],
])("reads no reset from an event of %s", (_what, event) => {
  expect(parseResetEvent(event)).toBeUndefined()
})

it("reads the provider of a session where Medusa says it", () => {
  const context = {
    ...CUSTOMER,
    app_metadata: {},
    user_metadata: {},
  }
  expect(providerOf(context)).toBeUndefined()
  const named = { ...context, auth_provider: "emailpass" }
  expect(providerOf(named)).toBe("emailpass")
})

it("takes the token out of a bearer header, and throws without one", () => {
  expect(bearerToken({ headers: { authorization: "Bearer  a.b.c" } })).toBe(
    "a.b.c"
  )
  expect(() => bearerToken({ headers: {} })).toThrow("no bearer token")
})
