// @ts-check

const PUBLISHED = [
  "2.11.2",
  "2.13.5",
  "2.13.6",
  "2.16.0",
  "2.18.0",
  "2.20.0",
  "2.20.1",
  "2.21.2",
]

/** @param {{ versions?: string[], upgrade?: boolean, oldestNewest?: boolean }} args */
async function choose(args) {
  const { chooseVersions } = await import("../versions.mjs")
  const none = {
    versions: [],
    upgrade: false,
    oldestNewest: false,
    dashboard: false,
  }
  return chooseVersions({ ...none, ...args }, PUBLISHED).map(({ from, to }) =>
    to ? `${from} → ${to}` : from
  )
}

describe("The versions that the matrix tries", () => {
  it.each([
    ["all", {}, ["2.11.2", "2.13.6", "2.16.0", "2.18.0", "2.20.1", "2.21.2"]],
    ["the two of CI", { oldestNewest: true }, ["2.11.2", "2.21.2"]],
    ["named ones", { versions: ["2.13.5", "2.20"] }, ["2.13.5", "2.20.1"]],
    ["updates", { upgrade: true }, ["2.11.2 → 2.21.2", "2.20.1 → 2.21.2"]],
    [
      "named updates",
      { upgrade: true, versions: ["2.16"] },
      ["2.16.0 → 2.21.2"],
    ],
  ])("are: %s", async (_name, args, expected) => {
    expect(await choose(args)).toEqual(expected)
  })

  it("are none that was never published", async () => {
    await expect(choose({ versions: ["2.2"] })).rejects.toThrow(
      "There is no Medusa 2.2"
    )
  })
})
