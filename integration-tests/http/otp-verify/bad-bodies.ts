import { liveCodes, verify } from "../../helpers/otp"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"
import { sentCode } from "./sent-code"

export function badBodies(store: Store) {
  describe("POST /store/customers/otp/verify with a bad body", () => {
    const ENDLESS = "1".repeat(1_000_000)

    it.each([
      ["a number", 123456],
      ["an empty text", ""],
      ["null", null],
      ["a list", []],
      ["an object", { $ne: null }],
      ["a million digits", ENDLESS],
    ])(
      "refuses %s for a code with a 4xx and counts no guess",
      async (_c, bad) => {
        const { id, token } = await sentCode(store)
        const refused = await verify(store, token, bad)
        expect(refused.status).toBeGreaterThanOrEqual(400)
        expect(refused.status).toBeLessThan(500)
        expect((await liveCodes(store, id))[0].attempts).toBe(0)
      }
    )

    it.each([
      ["fullwidth digits", "１２３４５６"],
      ["other letters", "'; drop table"],
    ])("refuses %s for a code with 400 otp_invalid", async (_case, bad) => {
      const { token } = await sentCode(store)
      const refused = await verify(store, token, bad)
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "otp_invalid" },
      })
    })

    it.each<[string, unknown]>([
      [
        "5,000 characters for a token",
        { token: "t".repeat(5000), code: "123456" },
      ],
      ["an object for a token", { token: { a: 1 }, code: "123456" }],
      ["a body without a token", { code: "123456" }],
      ["an unknown key", { token: "t", code: "123456", customer_id: "cus_1" }],
    ])("refuses %s with a 4xx that repeats none of it", async (_what, body) => {
      const refused = await expectNothingWritten(store, () =>
        store.api("POST", "/store/customers/otp/verify", { body })
      )
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect(refused.status).toBeLessThan(500)
      expect(JSON.stringify(refused.body)).not.toContain("cus_1")
    })
  })
}
