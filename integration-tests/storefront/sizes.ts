import { BrowserContextOptions } from "playwright-core"
import { DESKTOP, PHONE } from "../helpers/use-storefront"

export type Size = Pick<BrowserContextOptions, "colorScheme" | "viewport">

const DESKTOPS: [string, Size] = [
  "a desktop",
  { viewport: DESKTOP, colorScheme: "dark" },
]

/** Every flow is gone through on each of them: on a phone for each change, on a desktop at night, too. */
export const SIZES: [string, Size][] = [
  ["a phone", { viewport: PHONE }],
  ...(process.env.NIGHTLY === "1" ? [DESKTOPS] : []),
]
