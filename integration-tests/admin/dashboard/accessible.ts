import { Locator } from "playwright-core"

type Violation = { id: string; nodes: { html: string }[] }
type Axe = {
  run: (context: object) => Promise<{ violations: Violation[] }>
}

/** Medusa's buttons with an icon alone, which have no name. */
const OF_MEDUSA = ".toolbar-menus"

/** About the colours of Medusa's palette, the header of its column of actions and the icon of its search. */
const RULES_OF_MEDUSA = ["color-contrast", "empty-table-header", "role-img-alt"]

/** What axe finds wrong inside an element, by its rules and the elements they are about. */
export async function violationsIn(element: Locator): Promise<string[]> {
  await element
    .page()
    .addScriptTag({ path: require.resolve("axe-core/axe.min.js") })
  const violations = await element.evaluate(async (node, exclude) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const found = await axe.run({ include: [node], exclude: [[exclude]] })
    return found.violations
  }, OF_MEDUSA)
  const ours = violations.filter(({ id }) => !RULES_OF_MEDUSA.includes(id))
  return ours.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`)
  )
}
