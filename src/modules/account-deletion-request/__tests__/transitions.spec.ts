import { OPEN_STATUSES, sourcesOf, STATUSES } from "../transitions"

describe("the life of a request", () => {
  it("is open until it is completed or cancelled", () => {
    expect(OPEN_STATUSES).toEqual(["pending", "confirmed"])
  })

  it.each([
    ["pending", []],
    ["confirmed", ["pending"]],
    ["completed", ["confirmed"]],
    ["cancelled", ["pending", "confirmed"]],
  ] as const)("reaches %s from %j alone", (target, sources) => {
    expect(sourcesOf(target)).toEqual(sources)
  })

  it("has four statuses", () => {
    expect(STATUSES).toEqual(["pending", "confirmed", "completed", "cancelled"])
  })
})
