import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checkSession, readToken } from "../utils/check-session"
import {
  checkConfirmation,
  checkEmail,
  checkFactor,
  checkFactorMethod,
  checkVerification,
} from "./check-input"
import {
  checkEncoding,
  checkProvider,
  gateSession,
  gateTokens,
  keepClientIp,
  keepPassword,
} from "./gate"
import {
  normalizeLogin,
  normalizeRegistration,
  normalizeReset,
  normalizeResetIdentifier,
  resumeRegistration,
} from "./normalize"

export const authMiddlewares: MiddlewareRoute[] = [
  // Without methods: they come before all others, and cover every path below.
  {
    matcher: "/auth",
    middlewares: [checkEncoding, checkSession, gateTokens, normalizeReset],
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
      resumeRegistration,
      checkEmail,
      keepPassword,
    ],
  },
  {
    matcher: "/auth/:actor_type/:auth_provider/reset-password",
    methods: ["POST"],
    middlewares: [normalizeResetIdentifier],
  },
  {
    matcher: "/auth/verification/request",
    methods: ["POST"],
    middlewares: [checkVerification, keepClientIp],
  },
  {
    matcher: "/auth/verification/confirm",
    methods: ["POST"],
    middlewares: [checkConfirmation],
  },
  {
    matcher: "/auth/mfa/factors",
    methods: ["POST"],
    middlewares: [checkFactor],
  },
  {
    matcher: "/auth/mfa/factors/:id",
    methods: ["DELETE"],
    middlewares: [checkFactorMethod],
  },
  {
    matcher: "/auth/session",
    methods: ["POST"],
    middlewares: [gateSession],
  },
]
