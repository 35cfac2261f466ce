import {
  NEW_STATUSES,
  OPEN_STATUSES,
  RETURNS,
  sourcesOf,
  STATUSES,
} from "../transitions"

describe("The status of a deletion request", () => {
  it("begins as pending", () => {
    expect(NEW_STATUSES).toEqual(["pending"])
  })

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

  it.each(Object.entries(RETURNS))(
    "returns from %s to what it came from, %j",
    (status, targets) => {
      expect(targets).toEqual(sourcesOf(status as keyof typeof RETURNS))
    }
  )

  it("has four values", () => {
    expect(STATUSES).toEqual(["pending", "confirmed", "completed", "cancelled"])
  })
})
