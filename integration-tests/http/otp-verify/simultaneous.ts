import { atOnce } from "../../helpers/at-once"
import { liveCodes, verify, wrongCode } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { sentCode } from "./sent-code"
import { waitFor } from "../../helpers/wait-for"

const ROUNDS = 3

export function simultaneousGuesses(store: Store) {
  const codesOf = (answers: { body: { code?: string } }[]) =>
    answers.map(({ body }) => body.code)

  describe("POST /store/customers/otp/verify, many times at once on two servers", () => {
    it("compares exactly five of 200 wrong guesses", async () => {
      const { id, token, code } = await sentCode(store)

      const answers = await atOnce(200, (nth) =>
        verify(store, token, wrongCode(code), nth % 2)
      )

      const codes = codesOf(answers)
      expect(codes.filter((one) => one === "otp_invalid")).toHaveLength(5)
      expect(
        codes.filter((one) => one === "otp_attempts_exceeded")
      ).toHaveLength(195)
      expect((await liveCodes(store, id))[0].attempts).toBe(5)
      const late = await verify(store, token, code)
      expect(late).toMatchObject({
        status: 400,
        body: { code: "otp_attempts_exceeded" },
      })
      expect(await customerRow(store, id)).toMatchObject({
        phone_verified: false,
      })
    })

    it("accepts one of 50 right guesses", async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { id, token, code } = await sentCode(store)

        const answers = await atOnce(50, (nth) =>
          verify(store, token, code, nth % 2)
        )

        const won = answers.filter(({ status }) => status === 200)
        expect(won).toHaveLength(1)
        expect(won[0].body.token).toEqual(expect.any(String))
        const lost = answers.filter(({ status }) => status !== 200)
        // Who comes while five are being compared finds none left; the code is not used yet.
        for (const refusal of codesOf(lost)) {
          expect(["otp_used", "otp_attempts_exceeded"]).toContain(refusal)
        }
        const late = await verify(store, token, code)
        expect(late).toMatchObject({ status: 400, body: { code: "otp_used" } })
        const events = () =>
          store
            .events()
            .filter(
              ({ name, data }) =>
                name === "customer.phone_verified" && data.id === id
            )
        await waitFor("the event", () => events()[0])
        expect(events()).toHaveLength(1)
      }
    })

    it("never accepts a right guess among 100 wrong ones after the fifth", async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { id, token, code } = await sentCode(store)
        const wrong = wrongCode(code)

        const answers = await Promise.all(
          Array.from({ length: 101 }, (_, i) =>
            verify(store, token, i === 50 ? code : wrong, i % 2)
          )
        )

        const evaluated = answers.filter(
          ({ status, body }) => status === 200 || body.code === "otp_invalid"
        )
        expect(evaluated.length).toBeLessThanOrEqual(5)
        expect(await customerRow(store, id)).toMatchObject({
          phone_verified: answers[50].status === 200,
        })
      }
    })
  })
}
