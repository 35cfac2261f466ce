import { mkdirSync } from "node:fs"
import path from "node:path"
import { Page } from "playwright-core"

/** Kept for eyes: what a test cannot say is whether a page looks right. */
export async function screenshot(
  page: Page,
  name: string,
  of: "admin" | "storefront" = "admin"
): Promise<void> {
  const folder = path.resolve(__dirname, "..", of, "screenshots")
  mkdirSync(folder, { recursive: true })
  await page.screenshot({
    path: path.join(folder, `${name}.png`),
    animations: "disabled",
  })
}

/** A page as a whole never scrolls sideways, however narrow; a table in it may. */
export async function expectNoSideways(page: Page): Promise<void> {
  const width = await page.evaluate("document.documentElement.scrollWidth")
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}
