import type { MiddlewareRoute } from "@medusajs/framework/http"
import { allowProvider } from "./allow-provider"
import { gateSession } from "./gate-session"
import { gateTokens } from "./gate-tokens"
import { readLogin, readRegistration } from "./read-credentials"

export const authMiddlewares: MiddlewareRoute[] = [
  // Without methods: it comes before all others, and covers every path below.
  { matcher: "/auth", middlewares: [gateTokens] },
  {
    matcher: "/auth/:actor_type/:auth_provider",
    methods: ["GET", "POST"],
    middlewares: [allowProvider("login"), readLogin],
  },
  {
    matcher: "/auth/:actor_type/:auth_provider/register",
    methods: ["POST"],
    middlewares: [allowProvider("registration"), readRegistration],
  },
  {
    matcher: "/auth/session",
    methods: ["POST"],
    middlewares: [gateSession],
  },
]
