import { BrowserContextOptions } from "playwright-core"
import { DESKTOP, PHONE } from "../helpers/use-storefront"

export type Size = Pick<BrowserContextOptions, "colorScheme" | "viewport">

/** Every flow is gone through on each of them. */
export const SIZES: [string, Size][] = [
  ["a phone", { viewport: PHONE }],
  ["a desktop", { viewport: DESKTOP, colorScheme: "dark" }],
]
