import { z } from "zod"
import { GATED, NEW_PASSWORD } from "../openapi/codes"
import { answers, bodies, type Entry } from "../openapi/entry"
import { Login, secondSteps, Success } from "../utils/openapi"

const auth_provider = z.enum(["emailpass", "phonepass"])
const PROVIDER = "/auth/customer/{auth_provider}"

const optional = z.string().optional()

const Credentials = z
  .looseObject({ email: optional, phone: optional, password: z.string() })
  .meta({
    description: "`email` for `emailpass`, `phone` for `phonepass`.",
    examples: [
      { email: "jane@example.com", password: "correct horse battery" },
    ],
  })
  .register(bodies, { id: "Credentials" })

const Identifier = z
  .looseObject({
    identifier: z.string().meta({
      description: "What the login is by: an e-mail, or a phone.",
      examples: ["jane@example.com"],
    }),
  })
  .register(bodies, { id: "ResetRequest" })

const NewPassword = z
  .looseObject({
    password: z.string(),
    token: optional,
  })
  .register(bodies, { id: "NewPasswordByLink" })

const MfaCode = z
  .looseObject({
    method: z.string().meta({ examples: ["totp"] }),
    code: z.string(),
  })
  .register(bodies, { id: "MfaCode" })

/** A login, or what Medusa wants before it. */
const LoginAnswer = z
  .union([
    Login,
    z.strictObject(secondSteps.mfa),
    z.strictObject(secondSteps.verification),
  ])
  .register(answers, { id: "LoginAnswer" })

const Session = z
  .strictObject({
    user: z.looseObject({ actor_id: z.string(), actor_type: z.string() }),
  })
  .register(answers, { id: "SessionAnswer" })

const login = (method: "POST" | "GET"): Entry => ({
  route: `${method} ${PROVIDER}`,
  tag: "Login",
  summary:
    method === "POST"
      ? "Log in"
      : "Log in (Medusa's other method for the same)",
  description:
    "Medusa's login. A right password on a contact that is not proven is refused with `verification_required`.",
  access: "nobody",
  params: { auth_provider },
  body: Credentials,
  answers: { 200: LoginAnswer },
  codes: [
    ...GATED,
    ...NEW_PASSWORD,
    "login_method_not_allowed",
    "provider_not_allowed",
    "credentials_invalid",
    "login_throttled",
    "session_revoked",
    "invalid_path",
  ],
})

export const authRoutes: Entry[] = [
  {
    route: `POST ${PROVIDER}/register`,
    tag: "Registration",
    summary: "Begin to register",
    description:
      "Answers a registration token for `POST /store/customers`. A registration that was interrupted goes on with the same password.",
    access: "nobody",
    params: { auth_provider },
    body: Credentials,
    answers: { 200: LoginAnswer },
    codes: [
      ...GATED,
      ...NEW_PASSWORD,
      "provider_not_allowed",
      "identity_exists",
      "credentials_invalid",
      "invalid_path",
    ],
    medusas: true,
  },
  login("POST"),
  login("GET"),
  {
    route: `POST ${PROVIDER}/reset-password`,
    tag: "Recovery",
    summary: "Ask for a link that sets a new password",
    description: "The answer is the same whether or not there is an account.",
    access: "nobody",
    params: { auth_provider },
    body: Identifier,
    answers: { 201: "text" },
    codes: ["credentials_invalid", "invalid_path"],
    medusas: true,
  },
  {
    route: `POST ${PROVIDER}/update`,
    tag: "Recovery",
    summary: "Set a new password by a link",
    description:
      "The token goes as a bearer, or in the body. It works once. It logs nobody in.",
    access: "reset",
    params: { auth_provider },
    body: NewPassword,
    answers: { 200: Success },
    codes: [
      ...NEW_PASSWORD,
      "otp_invalid",
      "password_invalid",
      "password_not_set",
      "contact_taken",
      "customer_not_found",
      "invalid_path",
    ],
  },
  {
    route: "POST /auth/token/refresh",
    tag: "Login",
    summary: "Renew a login",
    access: "login",
    answers: { 200: LoginAnswer },
    codes: [...GATED, ...NEW_PASSWORD, "invalid_path"],
    medusas: true,
  },
  {
    route: "POST /auth/mfa/challenges/{id}/verify",
    tag: "Login",
    summary: "Complete a login by the second factor",
    description: "With the token that came with the challenge.",
    access: "login",
    body: MfaCode,
    answers: { 200: Login },
    codes: [...GATED, "mfa_required", "invalid_path"],
    uncoded: [400, 401, 404],
    medusas: true,
  },
  {
    route: "POST /auth/session",
    tag: "Login",
    summary: "Make a session (cookie) of a login",
    access: "login",
    answers: { 200: Session },
    codes: GATED,
    medusas: true,
  },
  {
    route: "DELETE /auth/session",
    tag: "Login",
    summary: "End the session",
    access: "login",
    answers: { 200: Success },
    medusas: true,
  },
]
