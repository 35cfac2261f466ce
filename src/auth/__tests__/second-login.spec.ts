import type { MedusaContainer } from "@medusajs/framework/types"
import { linkSecondLogin } from "../second-login"

const findAccount = jest.fn()

/** A store with logins by both contacts, in which nobody has an account. */
const container = {
  resolve: () => ({
    getOptions: () => ({ login: { identifier: "both" } }),
    findAccount,
  }),
} as unknown as MedusaContainer

it.each([
  ["email", "jane@example.com", "that is missing", undefined],
  ["email", "jane@example.com", "that is empty", ""],
  ["email", "jane@example.com", "of 73 bytes", "x".repeat(73)],
  [
    "email",
    "jane@example.com",
    "of 73 bytes in letters of two",
    `${"é".repeat(36)}x`,
  ],
  ["phone", "+12133734253", "that is empty", ""],
  ["phone", "+12133734253", "of 73 bytes", "x".repeat(73)],
] as const)(
  "links no second login by %s (%s) for a password %s, and looks up no account",
  async (contact, value, _what, password) => {
    const credentials = { contact, value, password }

    expect(await linkSecondLogin(container, credentials)).toBeUndefined()

    expect(findAccount).not.toHaveBeenCalled()
  }
)
