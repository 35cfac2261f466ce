import { optionRows } from "../documented"
import { OPTION_SENTENCES } from "../sentences"

describe("The table of options", () => {
  const rows = optionRows()

  it("has more than thirty options, each once", () => {
    const names = rows.map(([name]) => name)
    expect(names.length).toBeGreaterThan(30)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(rows)("has a sentence for %s", (name) => {
    expect(OPTION_SENTENCES).toHaveProperty([name])
  })

  it("has no sentence for what is no option", () => {
    const names = rows.map(([name]) => name)
    expect(Object.keys(OPTION_SENTENCES).sort()).toEqual(names.sort())
  })

  it("says a default, in words where the schema has none", () => {
    const silent = rows.filter(([, preset]) => !preset)
    expect(silent).toEqual([])
  })
})
