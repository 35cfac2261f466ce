import { isDeepStrictEqual } from "node:util"
import { useStore } from "../helpers/use-store"
import { Transcript } from "./medusa-unchanged/transcript"
import {
  asAdmin,
  asAdminWithMfa,
  asHouseCustomer,
  asStranger,
  asVendor,
} from "./medusa-unchanged/walks"

const UNAUTHORIZED = {
  type: "unauthorized",
  code: "unauthorized",
  message: "Unauthorized",
}

describe("Medusa with the plugin", () => {
  const withPlugin = useStore()
  const without = useStore({ env: { WITHOUT_PLUGIN: "1" } })

  it("is compared with a store that does not have the plugin", async () => {
    const send = (store: typeof without) =>
      store.api("POST", "/store/customers/otp/send", { body: {} })

    expect((await send(withPlugin)).status).toBe(400)
    expect((await send(without)).status).toBe(404)
  })

  /** Of routes that customers share with others, the plugin adds code and type to a refusal without a login. */
  const withoutCode = (line: Transcript["lines"][number]) =>
    /^\w+ (\/auth\/(session|token\/refresh)|\/store\/customers\b)/.test(
      line.request
    ) && isDeepStrictEqual(line.body, UNAUTHORIZED)
      ? { ...line, body: { message: "Unauthorized" } }
      : line

  it.each([
    ["a stranger", asStranger, 15],
    ["an actor of the store's own type", asVendor, 11],
    ["a customer of another provider", asHouseCustomer, 25],
    ["an admin user", asAdmin, 25],
    ["an admin user with MFA", asAdminWithMfa, 10],
  ])("answers %s as it does without the plugin", async (_who, walk, steps) => {
    const expected = new Transcript(without)
    const actual = new Transcript(withPlugin)

    await walk(expected)
    await walk(actual)

    expect(expected.lines.length).toBeGreaterThanOrEqual(steps)
    expect(actual.lines.map(withoutCode)).toEqual(expected.lines)
  })
})
