import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checkEncoding, checkProvider } from "./check-path"
import { gateSession, gateTokens } from "./gate"
import {
  keepPassword,
  normalizeLogin,
  normalizeRegistration,
  resumeRegistration,
} from "./normalize-credentials"
import { normalizeReset, normalizeResetIdentifier } from "./normalize-reset"

export const authMiddlewares: MiddlewareRoute[] = [
  // Without methods: they come before all others, and cover every path below.
  {
    matcher: "/auth",
    middlewares: [checkEncoding, gateTokens, normalizeReset],
  },
  {
    matcher: "/auth/:actor_type/:auth_provider",
    methods: ["GET", "POST"],
    middlewares: [checkProvider("login"), normalizeLogin],
  },
  {
    matcher: "/auth/:actor_type/:auth_provider/register",
    methods: ["POST"],
    middlewares: [
      checkProvider("registration"),
      normalizeRegistration,
      resumeRegistration,
      keepPassword,
    ],
  },
  {
    matcher: "/auth/:actor_type/:auth_provider/reset-password",
    methods: ["POST"],
    middlewares: [normalizeResetIdentifier],
  },
  {
    matcher: "/auth/session",
    methods: ["POST"],
    middlewares: [gateSession],
  },
]
