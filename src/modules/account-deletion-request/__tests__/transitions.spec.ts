import { OPEN_STATUSES, sourcesOf, STATUSES } from "../transitions"

describe("The status of a deletion request", () => {
  it("is open until it is completed or cancelled", () => {
    expect(OPEN_STATUSES).toEqual(["pending", "confirmed"])
  })

  it.each([
    ["pending", []],
    ["confirmed", ["pending"]],
    ["completed", ["confirmed"]],
    ["cancelled", ["pending", "confirmed"]],
  ] as const)("becomes %s from %j only", (target, sources) => {
    expect(sourcesOf(target)).toEqual(sources)
  })

  it("has four values", () => {
    expect(STATUSES).toEqual(["pending", "confirmed", "completed", "cancelled"])
  })
})
