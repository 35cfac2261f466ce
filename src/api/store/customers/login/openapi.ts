import { z } from "zod"
import { GATED, READS, SENDS_QUIETLY } from "../../../openapi/codes"
import { answers, type Entry } from "../../../openapi/entry"
import { renewed, SentCode } from "../../../utils/openapi"
import { ProvenCode } from "../openapi"
import { KnownContact } from "../password/openapi"

export const CodeLogin = z
  .strictObject(renewed)
  .register(answers, { id: "CodeLogin" })

export const codeLoginRoutes: Entry[] = [
  {
    route: "POST /store/customers/login/request",
    tag: "Login",
    summary: "Ask for a code to log in with",
    description:
      "Exactly one of `email` and `phone`. The answer is the same whether or not there is an account.",
    access: "owned",
    body: KnownContact,
    answers: { 200: SentCode },
    codes: [
      ...SENDS_QUIETLY,
      "login_method_not_allowed",
      "provider_not_allowed",
    ],
  },
  {
    route: "POST /store/customers/login/confirm",
    tag: "Login",
    summary: "Log in by a code",
    description:
      "With `mfa_required`, `token` is for the challenge alone. In a store that says so, the first code of a contact that no account has registers a customer.",
    access: "store",
    body: ProvenCode,
    answers: { 200: CodeLogin },
    codes: [
      ...READS,
      ...GATED,
      "login_method_not_allowed",
      "contact_taken",
      "customer_not_found",
      "password_not_set",
    ],
  },
]
