import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import jwt from "jsonwebtoken"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import { checkSession } from "../check-session"

const SECRET = "a secret of this server's"
const NOW = 1_767_225_600
const CUSTOMER = {
  actor_type: "customer",
  actor_id: "cus_1",
  auth_identity_id: "authid_1",
  iat: NOW,
}

const bearer = (claims: object, secret = SECRET) => ({
  authorization: `Bearer ${jwt.sign(claims, secret)}`,
})

type Request = { headers?: object; session?: object; auth_context?: object }

/** Runs the middleware on a request of a store in which tokens count from a second on. */
async function check(request: Request, valid_from?: number) {
  const read: string[] = []
  const registration = {
    getOptions: () => ({ sessions: { revoke: true } }),
    retrieveSession: (id: string) => {
      read.push(id)
      return Promise.resolve({ valid_from })
    },
    retrieveValidFrom: (id: string) => {
      read.push(id)
      return Promise.resolve(valid_from)
    },
  }
  const config = { projectConfig: { http: { jwtSecret: SECRET } } }
  const scope = {
    resolve: (key: string) =>
      key === CUSTOMER_REGISTRATION_MODULE
        ? registration
        : key === "configModule"
          ? config
          : { debug: () => undefined },
  }
  const req = {
    method: "GET",
    originalUrl: "/store/carts",
    headers: {},
    ...request,
    scope,
  }
  const answered: unknown[] = []
  const res = {
    locals: {},
    statusCode: 401,
    status: () => res,
    json: (body: unknown) => answered.push(body),
  }
  const next = jest.fn()
  await checkSession(
    req as unknown as MedusaRequest,
    res as unknown as MedusaResponse,
    next
  )
  expect(next).toHaveBeenCalledTimes(1)
  res.json({ message: "Unauthorized" })
  return { read, req, answered }
}

const REVOKED = expect.objectContaining({ code: "session_revoked" }) as unknown

it.each([
  ["a guest's", {}],
  ["an admin's", { headers: bearer({ ...CUSTOMER, actor_type: "user" }) }],
])("reads nothing for %s request", async (_whose, request) => {
  expect((await check(request)).read).toEqual([])
})

it("reads once for a customer's request, with a cookie and a bearer too", async () => {
  const session = { auth_context: CUSTOMER }
  const both = await check({ session, headers: bearer(CUSTOMER) }, NOW)
  expect(both.read).toEqual(["cus_1"])
  expect(both.answered).toEqual([{ message: "Unauthorized" }])
})

it("reads once for a token without a customer, by its identity", async () => {
  const headers = bearer({ ...CUSTOMER, actor_id: "" })
  expect((await check({ headers })).read).toEqual(["authid_1"])
})

it.each(["vendor", "Customer"])(
  "reads once for a token of another kind of actor that names none, by its identity: %s",
  async (actor_type) => {
    const headers = bearer({ ...CUSTOMER, actor_type, actor_id: "" })
    const { read, req, answered } = await check({ headers }, NOW + 1)
    expect(read).toEqual(["authid_1"])
    expect(req.headers).toEqual({})
    expect(answered).toEqual([REVOKED])
  }
)

it.each(["actor_id", "auth_identity_id"])(
  "reads nothing for a made-up token with a NUL in its %s",
  async (claim) => {
    const headers = bearer({ ...CUSTOMER, [claim]: "a\u0000" })
    expect((await check({ headers })).read).toEqual([])
  }
)

it("takes a revoked login off, where Medusa has authenticated it too", async () => {
  const { req, answered } = await check(
    { headers: bearer(CUSTOMER), auth_context: CUSTOMER },
    NOW + 1
  )
  expect(req.auth_context).toBeUndefined()
  expect(req.headers).toEqual({})
  expect(answered).toEqual([REVOKED])
})

it("leaves the valid one of two logins, and authenticates by it", async () => {
  const exp = Math.ceil(Date.now() / 1000) + 60
  const newer = { ...CUSTOMER, iat: NOW + 1, exp }
  const { req } = await check(
    {
      session: { auth_context: CUSTOMER },
      headers: bearer(newer),
      auth_context: CUSTOMER,
    },
    NOW + 1
  )
  expect(req.auth_context).toMatchObject({ iat: NOW + 1 })
})

it("tells who makes up a token nothing", async () => {
  const { answered } = await check(
    { headers: bearer(CUSTOMER, "another secret") },
    NOW + 1
  )
  expect(answered).toEqual([{ message: "Unauthorized" }])
})
