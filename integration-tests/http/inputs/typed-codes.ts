import {
  freshEmail,
  registerCustomer,
  lastCodeFor,
  messageTo,
} from "../../helpers/fixtures"
import { liveCodes, send, verify } from "../../helpers/otp"
import { askForRecovery, confirmRecovery } from "../../helpers/new-password"
import { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const inDigitsFrom = (zero: number) => (code: string) =>
  code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

export function typedCodes(store: Store) {
  const sent = async () => {
    const email = freshEmail()
    const { customer, phone } = await registerCustomer(store, {
      provider: "phonepass",
      email,
    })
    const { body } = await send(store, customer.id)
    return {
      id: customer.id,
      phone,
      token: body.token as string,
      code: await lastCodeFor(store, phone),
    }
  }

  describe("A code", () => {
    it.each<[string, (code: string) => string]>([
      ["Arabic-Indic digits", inDigitsFrom(0x0660)],
      ["Persian digits", inDigitsFrom(0x06f0)],
      ["Devanagari digits", inDigitsFrom(0x0966)],
      ["full-width digits", inDigitsFrom(0xff10)],
      ["a mark of direction", (code) => `\u202a${code}\u202c`],
      ["an en dash", (code) => `${code.slice(0, 3)}\u2013${code.slice(3)}`],
      ["a narrow no-break space", (code) => code.replace(/...$/, "\u202f$&")],
      ["the sign of the text message's last line", (code) => `#${code}`],
    ])("is right with %s", async (_what, typed) => {
      const { token, code } = await sent()
      const { status, body } = await verify(store, token, typed(code))
      expect([status, body.verified]).toEqual([200, true])
    })

    it.each([
      ["abc"],
      ["\u{1f600}"],
      ["12345"],
      ["1234567"],
      ["12345a"],
      ["#"],
    ])(
      "that is none, %j, burns no attempt and writes nothing",
      async (typed) => {
        const { id, token, code } = await sent()
        for (let guess = 0; guess < 6; guess++) {
          const refused = await expectNothingWritten(store, () =>
            verify(store, token, typed)
          )
          expect(refused).toMatchObject({
            status: 400,
            body: { code: "otp_invalid" },
          })
        }
        expect(await liveCodes(store, id)).toMatchObject([{ attempts: 0 }])
        expect((await verify(store, token, code)).status).toBe(200)
      }
    )

    it("that is none answers a recovery the same, with and without an account", async () => {
      const { phone } = await sent()
      for (const asked of [phone, "+12133730000"]) {
        const { body } = await askForRecovery(store, { phone: asked })
        if (asked === phone) {
          // It goes out after the answer.
          await messageTo(store, phone, 2)
        }
        const refused = await expectNothingWritten(store, () =>
          confirmRecovery(store, { token: body.token, code: "abc" })
        )
        expect(refused.body.code).toBe("otp_invalid")
      }
    })
  })
}
