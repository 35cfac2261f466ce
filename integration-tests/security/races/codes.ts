import { atOnce } from "../../helpers/at-once"
import {
  freshPhone,
  lastCodeFor,
  messageTo,
  messagesTo,
  registerCustomer,
} from "../../helpers/fixtures"
import { codeOf } from "../../helpers/codes"
import { liveCodes, send, verify, wrongCode } from "../../helpers/otp"
import { customerRow } from "../../helpers/rows"
import { Store } from "../../helpers/store"
import { FAILURES_PER_DAY } from "./settings"

const TYPE = "email_verification"
const ROUNDS = 6
const GUESSES_A_CODE = 40

export function codesOverTime(store: Store) {
  const newcomer = () => registerCustomer(store, { phone: freshPhone() })

  it("New codes bring no new guesses: exactly 20 wrong ones are compared, whatever is sent in between", async () => {
    const { customer, email } = await newcomer()
    let compared = 0
    let last = { token: "", code: "" }
    for (let nth = 1; compared < FAILURES_PER_DAY; nth++) {
      const { status, body } = await send(store, customer.id, TYPE)
      expect(status).toBe(200)
      last = {
        token: String(body.token),
        code: codeOf(await messageTo(store, email, nth)),
      }
      const answers = await atOnce(GUESSES_A_CODE, (guess) =>
        verify(store, last.token, wrongCode(last.code), guess % 2)
      )
      const codes = answers.map(({ body }) => String(body.code))
      compared += codes.filter((code) => code === "otp_invalid").length
      expect(new Set(codes)).toEqual(
        new Set(["otp_invalid", "otp_attempts_exceeded"])
      )
      expect(compared).toBeLessThanOrEqual(nth * 5)
    }

    expect(compared).toBe(FAILURES_PER_DAY)
    const more = await atOnce(10, (nth) =>
      send(store, customer.id, TYPE, { server: nth % 2 })
    )
    for (const { status, body } of more) {
      expect([status, body.code]).toEqual([429, "otp_throttled"])
    }
    const right = await verify(store, last.token, last.code, 1)
    expect(right.body.code).toBe("otp_attempts_exceeded")
    expect(await customerRow(store, customer.id)).toMatchObject({
      email_verified: false,
    })
  })

  it("A code that is typed while a new one is sent counts once or not at all, and never both", async () => {
    const won: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const { customer, email } = await newcomer()
      const { body } = await send(store, customer.id, TYPE)
      const old = {
        token: String(body.token),
        code: await lastCodeFor(store, email),
      }

      const [typed, sent] = await Promise.all([
        atOnce(10, (nth) => verify(store, old.token, old.code, nth % 2)),
        atOnce(3, (nth) =>
          send(store, customer.id, TYPE, { server: (nth + 1) % 2 })
        ),
      ])

      for (const { status } of [...typed, ...sent]) {
        expect(status).toBeLessThan(500)
      }
      const accepted = typed.filter(({ status }) => status === 200)
      expect(accepted.length).toBeLessThanOrEqual(1)
      expect((await verify(store, old.token, old.code)).status).toBe(400)
      expect((await liveCodes(store, customer.id)).length).toBeLessThanOrEqual(
        1
      )
      const { email_verified } = (await customerRow(store, customer.id))!
      expect(email_verified).toBe(accepted.length === 1)
      won.push(accepted.length ? "the old code" : "the new one")
      if (!accepted.length) {
        await expectOneNew(customer.id, email, sent)
      }
    }
    process.stderr.write(`typed against sent: ${won.join(", ")}\n`)
  })

  /** Of the tokens that were answered, one has a code that works. */
  const expectOneNew = async (
    id: string,
    email: string,
    sent: { status: number; body: { token?: string } }[]
  ) => {
    const codes = messagesTo(store, email).slice(1).map(codeOf)
    const statuses: number[] = []
    for (const { body } of sent.filter(({ status }) => status === 200)) {
      for (const code of codes) {
        statuses.push((await verify(store, body.token, code)).status)
      }
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(await customerRow(store, id)).toMatchObject({ email_verified: true })
  }

  it("A wrong code of one customer beside another's token counts against the token's customer alone", async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const tokens = await Promise.all(
      [one, other].map(async ({ customer }) =>
        String((await send(store, customer.id, TYPE)).body.token)
      )
    )
    const foreign = await lastCodeFor(store, other.email)
    const own = await lastCodeFor(store, one.email)
    expect(foreign).not.toBe(own)

    const answers = await atOnce(30, (nth) =>
      verify(store, tokens[0], foreign, nth % 2)
    )

    expect(answers.filter(({ status }) => status === 200)).toEqual([])
    expect(await liveCodes(store, one.customer.id)).toMatchObject([
      { attempts: 5 },
    ])
    expect(await liveCodes(store, other.customer.id)).toMatchObject([
      { attempts: 0 },
    ])
    expect((await verify(store, tokens[1], foreign)).status).toBe(200)
  })
}
