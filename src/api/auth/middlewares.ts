import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readToken } from "../utils/token-identity"
import { checkEncoding, checkProvider } from "./check-path"
import { gateSession, gateTokens } from "./gate"
import {
  keepPassword,
  normalizeLogin,
  normalizeRegistration,
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
    // The token of whoever logs in a second time: their wrong passwords are not counted.
    middlewares: [
      checkProvider("login"),
      normalizeLogin,
      readToken(["bearer"]),
    ],
  },
  {
    matcher: "/auth/:actor_type/:auth_provider/register",
    methods: ["POST"],
    middlewares: [
      checkProvider("registration"),
      normalizeRegistration,
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
