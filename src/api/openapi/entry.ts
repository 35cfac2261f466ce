import { z } from "zod"
import type { AnsweredCode } from "../../errors/sentences"

/** A code that a route refuses with. */
export type Code = AnsweredCode

/** Schemas of what is sent, by their names in the document. */
export const bodies = z.registry<{ id: string }>()

/** Schemas of what is answered, by their names in the document. */
export const answers = z.registry<{ id: string }>()

type Access = {
  /** Any one of these is enough; each names all schemes that it needs. */
  security: string[][]
  /** What every route with this access refuses with. */
  codes: Code[]
}

const LOGIN: Code[] = ["unauthorized", "session_revoked"]

/** Who may call a route. */
export const ACCESS = {
  /** Everybody, with the store's publishable key. */
  store: { security: [["publishableKey"]], codes: ["not_allowed"] },
  /** As `store`; whoever sends a token of their own with it has limits apart from those of strangers. */
  owned: {
    security: [["publishableKey"], ["publishableKey", "customerToken"]],
    codes: ["not_allowed"],
  },
  /** A customer who is logged in. */
  customer: {
    security: [
      ["publishableKey", "customerToken"],
      ["publishableKey", "session"],
    ],
    codes: ["not_allowed", ...LOGIN, "mfa_required"],
  },
  /** Whoever has begun to register. */
  registration: {
    security: [["publishableKey", "registrationToken"]],
    codes: ["not_allowed", ...LOGIN],
  },
  /** Everybody, without a key. */
  nobody: { security: [[]], codes: [] },
  /** Whoever has a login, complete or not, without a key. */
  login: {
    security: [["customerToken"], ["session"], ["registrationToken"]],
    codes: LOGIN,
  },
  /** Whoever has the link of a reset mail. */
  reset: { security: [["resetToken"], []], codes: ["reset_token_invalid"] },
  /** An admin; Medusa itself refuses the others, without a code. */
  admin: {
    security: [["adminToken"], ["session"], ["apiKey"]],
    codes: ["forbidden", "invalid_path"],
  },
} satisfies Record<string, Access>

export const TAGS = {
  Registration: "A customer comes to be, and proves a contact.",
  Login: "Medusa's logins, behind the gate of the plugin.",
  Account: "What customers do once they are logged in.",
  Recovery: "Ways back in: a new password, an undone change.",
  "Account deletion": "Customers delete their account.",
  Admin: "For the dashboard and for support.",
} as const

export type Method = "GET" | "POST" | "PATCH" | "DELETE"

/** A route as the document has it. */
export type Entry = {
  /** With `{parameters}`, as OpenAPI writes them. */
  route: `${Method} /${string}`
  tag: keyof typeof TAGS
  /** One line: what it does. */
  summary: string
  /** What a caller has to know besides. */
  description?: string
  access: keyof typeof ACCESS
  /** Schemas of parameters in the path that are not any text. */
  params?: Record<string, z.ZodType>
  query?: z.ZodObject
  /** From `bodies`. */
  body?: z.ZodType
  /** By status, from `answers`; `"text"` for one that is no JSON. */
  answers: Record<number, z.ZodType | "text">
  /** What it refuses with, beside what its access and its body say. */
  codes?: Code[]
  /** Statuses with which Medusa itself refuses, without a code. */
  uncoded?: number[]
  /** Medusa's own route, which the plugin guards: there is no file of it here. */
  medusas?: true
}

/** A route on which customers send JSON refuses with these as well. */
export const BODY_CODES: Code[] = ["invalid_body", "body_too_large"]
