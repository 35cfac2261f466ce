import type { SetVerifiedInput } from "./steps/set-verified"

/** Input of `verify-email` and `verify-phone`. */
export type VerifyContactInput = Omit<SetVerifiedInput, "contact">
