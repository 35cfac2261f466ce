import { describeFailure } from "../failure-of"

it.each([
  ["an error", new TypeError("jane@example.com")],
  ["its copy", { name: "TypeError", message: "jane@example.com" }],
])(
  "describeFailure names the step and the kind of %s and not its message",
  (_what, error) => {
    expect(describeFailure({ action: "detach-carts", error })).toBe(
      "detach-carts: TypeError"
    )
  }
)

it.each([
  [undefined],
  ["jane@example.com"],
  [{ name: "jane@example.com" }],
  [{ name: 7 }],
])(
  "describeFailure says that there was a failure and nothing more for %j",
  (error) => {
    expect(describeFailure({ action: "detach-carts", error })).toBe(
      "detach-carts: Error"
    )
  }
)
