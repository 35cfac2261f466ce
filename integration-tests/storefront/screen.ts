import axe from "axe-core"
import { Page } from "playwright-core"
import { expectNoSideways, screenshot } from "../helpers/screenshots"
import { PHONE } from "../helpers/use-storefront"

/**
 * Looks at a screen as its users do: nothing is cut off, and axe finds no barrier, in light and in dark. That is asked on a
 * phone; other sizes have the same elements and colours, and leave a picture.
 */
export async function expectGoodScreen(
  page: Page,
  name: string
): Promise<void> {
  await expectNoSideways(page)
  const { width } = page.viewportSize()!
  if (width !== PHONE.width) {
    await screenshot(page, `${name}-${width}`, "storefront")
    return
  }
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    expect([name, colorScheme, await barriers(page)]).toEqual([
      name,
      colorScheme,
      [],
    ])
    await screenshot(page, `${name}-${colorScheme}`, "storefront")
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
