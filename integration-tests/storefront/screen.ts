import axe from "axe-core"
import { Page } from "playwright-core"
import { expectNoSideways, screenshot } from "../helpers/screenshots"
import { PHONE } from "../helpers/use-storefront"

/** A desktop's colours are a phone's, on another ground. */
const schemesAt = (width: number) =>
  width === PHONE.width ? (["dark", "light"] as const) : (["dark"] as const)

/** Looks at a screen as its users do: nothing is cut off, and axe finds no barrier, on a phone in light and in dark. */
export async function expectGoodScreen(
  page: Page,
  name: string
): Promise<void> {
  await expectNoSideways(page)
  const { width } = page.viewportSize()!
  for (const colorScheme of schemesAt(width)) {
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
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })"
  )) as axe.AxeResults
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) =>
      [id, target.join(" "), failureSummary.replace(/\s+/g, " ")].join(": ")
    )
  )
}
