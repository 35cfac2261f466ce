import { DESKTOP, PHONE } from "../helpers/use-storefront"

export type Size = { viewport: { width: number; height: number } }

/** Every flow is gone through on each of them. */
export const SIZES: [string, Size][] = [
  ["a phone", { viewport: PHONE }],
  ["a desktop", { viewport: DESKTOP }],
]
