import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { POST as refreshToken } from "@medusajs/medusa/api/auth/token/refresh/route"
import { makeLoginToken } from "../handlers"

jest.mock("@medusajs/medusa/api/auth/token/refresh/route", () => ({
  POST: jest.fn(),
}))
// Medusa's other routes are not under test, and load half of its packages.
jest.mock(
  "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/route",
  () => ({})
)
jest.mock(
  "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/update/route",
  () => ({})
)
jest.mock("@medusajs/medusa/api/auth/utils/generate-jwt-token", () => ({}))
jest.mock("@medusajs/medusa/api/store/customers/helpers", () => ({}))
jest.mock("@medusajs/medusa/api/store/customers/query-config", () => ({}))
jest.mock("@medusajs/medusa/api/store/customers/validators", () => ({}))

const handler = refreshToken as jest.Mock
const warn = jest.fn()
const container = { resolve: () => ({ warn }) } as unknown as MedusaContainer
const login = { auth_identity_id: "authid_1", provider: "phonepass" }
const SECRET = "eyJhbGciOi.secret"

class ChangedRoute extends TypeError {}

beforeEach(() => jest.resetAllMocks())

it("answers what Medusa's handler answers, asked without an actor", async () => {
  handler.mockImplementation(async (_req: unknown, res: MedusaResponse) =>
    res.status(200).json({ token: "made", mfa_required: true })
  )

  expect(await makeLoginToken(container, login)).toEqual({
    token: "made",
    mfa_required: true,
  })

  const [request] = handler.mock.calls[0]
  expect(request.auth_context).toEqual({
    actor_type: "customer",
    actor_id: "",
    auth_identity_id: "authid_1",
    auth_provider: "phonepass",
  })
})

it.each([
  ["a refusal of Medusa", new MedusaError("unauthorized", SECRET)],
  ["a fault of a changed route", new ChangedRoute(SECRET)],
  ["what is no error", SECRET],
  ["nothing at all", undefined],
])("makes no token of %s, and does not throw", async (_what, error) => {
  handler.mockRejectedValue(error)

  expect(await makeLoginToken(container, login)).toBeUndefined()

  expect(warn).toHaveBeenCalledTimes(1)
  expect(String(warn.mock.calls[0])).not.toContain(SECRET)
})

it("logs the class and the type of an error", async () => {
  handler.mockRejectedValueOnce(new MedusaError("unauthorized", SECRET))
  handler.mockRejectedValueOnce(new ChangedRoute(SECRET))

  await makeLoginToken(container, login)
  await makeLoginToken(container, login)

  expect(String(warn.mock.calls[0])).toContain("(MedusaError, unauthorized)")
  expect(String(warn.mock.calls[1])).toContain("(ChangedRoute)")
})

it.each([undefined, {}, { token: 7 }, "made"])(
  "makes no token of the answer %j",
  async (body) => {
    handler.mockImplementation(async (_req: unknown, res: MedusaResponse) =>
      res.json(body)
    )

    expect(await makeLoginToken(container, login)).toBeUndefined()
  }
)
