import type { MiddlewareRoute } from "@medusajs/framework/http"
import { allowProvider } from "./allow-provider"
import { gateSession } from "./gate-session"
import { gateTokens } from "./gate-tokens"
import { keepIdentity } from "./keep-identity"
import { readLogin, readRegistration } from "./read-credentials"
import { readReset, readResetIdentifier } from "./read-reset"
import { readablePath } from "./readable-path"

export const authMiddlewares: MiddlewareRoute[] = [
  // Without methods: they come before all others, and cover every path below.
  { matcher: "/auth", middlewares: [readablePath, gateTokens, readReset] },
  {
    matcher: "/auth/:actor_type/:auth_provider",
    methods: ["GET", "POST"],
    middlewares: [allowProvider("login"), readLogin],
  },
  {
    matcher: "/auth/:actor_type/:auth_provider/register",
    methods: ["POST"],
    middlewares: [
      allowProvider("registration"),
      readRegistration,
      keepIdentity,
    ],
  },
  {
    matcher: "/auth/:actor_type/:auth_provider/reset-password",
    methods: ["POST"],
    middlewares: [readResetIdentifier],
  },
  {
    matcher: "/auth/session",
    methods: ["POST"],
    middlewares: [gateSession],
  },
]
