import axe from "axe-core"
import { Page } from "playwright-core"
import { expectNoSideways, screenshot } from "../helpers/screenshots"
import { DESKTOP, PHONE } from "../helpers/use-storefront"

/** Other sizes have a phone's colours, if on another ground. */
const SCHEMES: Record<number, ("dark" | "light")[]> = {
  [PHONE.width]: ["dark", "light"],
  [DESKTOP.width]: ["dark"],
}

/** Looks at a screen as its users do: nothing is cut off, and axe finds no barrier, on a phone in light and in dark. */
export async function expectGoodScreen(
  page: Page,
  name: string
): Promise<void> {
  await expectNoSideways(page)
  const { width } = page.viewportSize()!
  for (const colorScheme of SCHEMES[width] ?? ["light"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    expect([name, colorScheme, await barriers(page)]).toEqual([
      name,
      colorScheme,
      [],
    ])
    await screenshot(page, `${name}-${width}-${colorScheme}`, "storefront")
  }
}

/** What axe finds, by rule and element. */
async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) {
    await page.evaluate(axe.source)
  }
  const { violations } = await page.evaluate<axe.AxeResults>(
    "axe.run(document, { resultTypes: ['violations'] })"
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) =>
      [id, target.join(" "), failureSummary.replace(/\s+/g, " ")].join(": ")
    )
  )
}
