import { createSecretKey } from "node:crypto"
import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { failureOf, newIdentity, PASSWORD, watched, type Probe } from "./probe"

// Loaded by the probe that needs it: where Medusa has moved a file, the others still run.
const refreshRoute = () =>
  import("@medusajs/medusa/api/auth/token/refresh/route")
const tokenMakerFile = () =>
  import("@medusajs/medusa/api/auth/utils/generate-jwt-token")
const loginRoute = () =>
  import("@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/route")
const customerHelpers = () =>
  import("@medusajs/medusa/api/store/customers/helpers")
const queryConfig = () =>
  import("@medusajs/medusa/api/store/customers/query-config")
const validators = () =>
  import("@medusajs/medusa/api/store/customers/validators")

/** A refresh without an actor, by a request that is made up. */
const refresh: Probe = async (container) => {
  const { POST } = await refreshRoute()
  const { identity } = await newIdentity(container)
  await container.resolve(Modules.AUTH).updateAuthIdentities({
    id: identity.id,
    app_metadata: { customer_id: "cus_probe" },
  })
  let answer: Record<string, unknown> = {}
  const auth_context = watched({
    actor_type: "customer",
    actor_id: "",
    auth_identity_id: identity.id,
    auth_provider: "emailpass",
  })
  const request = watched({
    scope: container,
    auth_context: auth_context.object,
  })
  const response = watched({
    json: (body: Record<string, unknown>) => {
      answer = body
    },
  })
  await POST(
    request.object as unknown as AuthenticatedMedusaRequest,
    response.object as unknown as MedusaResponse
  )
  return {
    request: request.read(),
    auth_context: auth_context.read(),
    response: response.read(),
    answer,
  }
}

/** The token of a login by the refresh handler, and by the function that it calls, as we call it. */
const tokenMaker: Probe = async (container) => {
  const { POST } = await refreshRoute()
  const maker = await tokenMakerFile()
  const auth = container.resolve(Modules.AUTH)
  const { identity } = await newIdentity(container)
  await auth.updateAuthIdentities({
    id: identity.id,
    app_metadata: { customer_id: "cus_probe" },
  })
  const answers: { token: string }[] = []
  const auth_context = {
    actor_type: "customer",
    actor_id: "",
    auth_identity_id: identity.id,
    auth_provider: "emailpass",
  }
  await POST(
    { scope: container, auth_context } as unknown as AuthenticatedMedusaRequest,
    {
      json: (body: { token: string }) => answers.push(body),
    } as unknown as MedusaResponse
  )
  const { http } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  ).projectConfig
  const byFunction = await maker.generateJwtTokenForAuthIdentity(
    {
      authIdentity: await auth.retrieveAuthIdentity(identity.id, {
        relations: ["provider_identities"],
      }),
      actorType: "customer",
      authProvider:
        "generateJwtTokenWithChecks" in maker ? "emailpass" : undefined,
      container,
      mfaEnabled: false,
    },
    {
      secret: createSecretKey(http.jwtSecret as string, "utf8"),
      expiresIn: http.jwtExpiresIn,
      options: http.jwtOptions,
    }
  )
  return { byHandler: answers[0].token, byFunction }
}

/** A refused login, and another one of the same request with another body. */
const loginAgain: Probe = async (container) => {
  const { POST } = await loginRoute()
  const { email } = await newIdentity(container)
  let answer: unknown
  const { object: response, read } = watched({
    status: () => response,
    json: (body: unknown) => {
      answer = body
    },
  })
  const request = {
    scope: container,
    params: { actor_type: "customer", auth_provider: "emailpass" },
    headers: {},
    query: {},
    url: "/auth/customer/emailpass",
    protocol: "http",
    body: { email, password: "wrong" },
  }
  const login = () =>
    POST(
      request as unknown as MedusaRequest,
      response as unknown as MedusaResponse
    )
  const refusal = await failureOf(login)
  const usedByRefusal = read()
  request.body = { email, password: PASSWORD }
  await login()
  return { refusal, usedByRefusal, answer }
}

const refetchedCustomer: Probe = async (container) => {
  const { refetchCustomer } = await customerHelpers()
  const { id } = await container
    .resolve(Modules.CUSTOMER)
    .createCustomers({ first_name: "Ada", last_name: "Lovelace" })
  return {
    found: await refetchCustomer(id, container, ["first_name"]),
    missing: (await refetchCustomer("cus_none", container, ["id"])) ?? null,
  }
}

const customerQuery: Probe = async () => {
  const { retrieveTransformQueryConfig } = await queryConfig()
  return retrieveTransformQueryConfig
}

const customerParams: Probe = async () => {
  const { StoreGetCustomerParams } = await validators()
  const take = (value: unknown) =>
    StoreGetCustomerParams.safeParse(value).success
  return {
    fields: take({ fields: "id,email" }),
    nothing: take({}),
    number: take({ fields: 5 }),
  }
}

export const handlerProbes = {
  refresh,
  tokenMaker,
  loginAgain,
  refetchedCustomer,
  customerQuery,
  customerParams,
} satisfies Record<string, Probe>
