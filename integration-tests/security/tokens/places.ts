import { Outcome, Place, Route } from "./route"

/** Whoever has logged in and is still a customer. */
export const LOGIN = (outcome: Outcome): Record<string, Outcome> => ({
  "a login": outcome,
  "a session of a login": outcome,
})

export const REVOKED: Record<string, Outcome> = {
  "a login from before a contact change": "401 session_revoked",
  "a revoked login": "401 session_revoked",
  "a login of an erased customer": "401 session_revoked",
}

/** Under `/store/customers`, where all refusals have a code. */
export const NO_LOGIN: Place = {
  refused: "401 unauthorized",
  but: { ...REVOKED, "a login's first step with MFA": "401 mfa_required" },
}

/** Elsewhere Medusa answers, without a code. */
export const NO_LOGIN_OF_MEDUSA: Place = { refused: "401", but: REVOKED }

/** Anybody may ask, and a token says only in whose share of the limits it counts. */
export const ASKED_BY_ALL: Place = { refused: "200", takes: LOGIN("200 own") }

/** A route for customers who have logged in. */
export const ofCustomer = (
  route: string,
  outcome: Outcome,
  json?: Route["json"],
  probe?: Route["json"],
  params?: Route["params"]
): Route => ({
  route,
  json,
  probe,
  params,
  header: {
    ...(route.includes(" /store/customers") ? NO_LOGIN : NO_LOGIN_OF_MEDUSA),
    takes: LOGIN(outcome),
  },
})

/** A route for admins. */
export const asAdmin = (
  route: string,
  outcome: Outcome,
  params?: Route["params"],
  probe?: Route["json"]
): Route => ({
  route,
  params,
  json: route.startsWith("POST") ? () => ({}) : undefined,
  probe,
  header: {
    refused: "401",
    takes: { "an admin's login": outcome, "a secret API key": outcome },
  },
})
