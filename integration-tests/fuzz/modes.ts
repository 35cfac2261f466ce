import path from "node:path"
import type { BootOptions } from "../helpers/boot-store"
import type { Contact, Mode } from "./model"

/** Small, so that a short sequence reaches each of them. */
export const MAX_ATTEMPTS = 3
export const LIMITS = {
  per_destination_hour: 4,
  per_destination_day: 8,
  failures_per_day: 5,
  logins_per_day: 4,
}

/** The keys of the limits are made of the second. */
export const SECRETS = {
  jwtSecret: "the-secret-of-the-stores-that-the-model-is-held-to",
  cookieSecret: "the-other-secret-of-the-stores-of-the-model",
}

const NO_WAIT = { resendThrottleSeconds: 0 }

/** How to boot a store whose customers register and log in so. */
export function bootOf(mode: Mode): BootOptions {
  return {
    options: {
      registration: { identifier: mode },
      email_verification: NO_WAIT,
      phone_verification: NO_WAIT,
      maxAttempts: MAX_ATTEMPTS,
      limits: LIMITS,
    },
    env: {
      JWT_SECRET: SECRETS.jwtSecret,
      COOKIE_SECRET: SECRETS.cookieSecret,
      NODE_OPTIONS: `--require ${path.join(__dirname, "answer-soon.js")}`,
      // A hash of the usual cost would take most of the time.
      EMAILPASS_OPTIONS: JSON.stringify({
        hashConfig: { logN: 4, r: 8, p: 1 },
      }),
    },
  }
}

/** Whether a mode registers people, and logs them in, with such a contact. */
export function accepts(mode: Mode, contact: Contact): boolean {
  return mode === "both" || mode === contact
}
