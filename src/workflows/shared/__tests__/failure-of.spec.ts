import { describeFailure } from "../failure-of"

it.each([
  ["an error", new TypeError("jane@example.com")],
  ["its copy", { name: "TypeError", message: "jane@example.com" }],
])("names the step and the kind of %s, not its message", (_what, error) => {
  expect(describeFailure({ action: "detach-carts", error })).toBe(
    "detach-carts: TypeError"
  )
})

it.each([
  [undefined],
  ["jane@example.com"],
  [{ name: "jane@example.com" }],
  [{ name: 7 }],
])("says no more than that there was one for %j", (error) => {
  expect(describeFailure({ action: "detach-carts", error })).toBe(
    "detach-carts: Error"
  )
})
