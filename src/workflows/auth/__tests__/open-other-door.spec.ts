import type { MedusaContainer } from "@medusajs/framework/types"
import { openOtherDoor } from "../open-other-door"

const findAccount = jest.fn()

/** A store with logins by both contacts, which says whom it was asked for. */
const container = {
  resolve: () => ({
    getOptions: () => ({ login: { identifier: "both" } }),
    findAccount,
  }),
} as unknown as MedusaContainer

it.each([
  ["emailpass", "that is empty", ""],
  ["emailpass", "of 73 bytes", "x".repeat(73)],
  ["emailpass", "of 73 bytes in letters of two", `${"é".repeat(36)}x`],
  ["phonepass", "that is empty", ""],
  ["phonepass", "of 73 bytes", "x".repeat(73)],
])(
  "the fallback of a login by %s looks up no account for a password %s, which no login can have",
  async (provider, _what, password) => {
    const body = { email: "jane@example.com", phone: "+12133734253", password }

    expect(await openOtherDoor(container, provider, body)).toBeUndefined()

    expect(findAccount).not.toHaveBeenCalled()
  }
)
