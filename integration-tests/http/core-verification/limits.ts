import { atOnce } from "../../helpers/at-once"
import {
  freshEmail,
  lastCodeFor,
  messagesTo,
  registerCustomer,
} from "../../helpers/fixtures"
import { freshPhone } from "../../helpers/contacts"
import { letPass, liveCodes, wrongCode } from "../../helpers/otp"
import type { Store } from "../../helpers/store"
import {
  A_MINUTE,
  confirmCode,
  FAILURES_PER_DAY,
  flagsOf,
  MAX_ATTEMPTS,
  OTHER_SERVER,
  PER_DESTINATION_HOUR,
  requestCode,
  TEST_CODE,
  TEST_PHONE,
} from "./settings"

const RACERS = 50

/** The limits of the plugin hold for Medusa's routes. */
export function limitedCodes(store: Store) {
  const someone = () => registerCustomer(store, { phone: freshPhone() })

  const coded = async () => {
    const account = await someone()
    const { registrationToken: token, email } = account
    expect((await requestCode(store, token, { entity_id: email })).status).toBe(
      201
    )
    return { account, token, email, code: await lastCodeFor(store, email) }
  }

  const expectThrottled = async (
    answer: Promise<{ status: number; body: object; headers: object }>
  ) => {
    expect(await answer).toMatchObject({
      status: 429,
      body: {
        type: "too_many_requests",
        code: "otp_throttled",
        retry_after: expect.any(Number),
      },
      headers: { "retry-after": expect.stringMatching(/^\d+$/) },
    })
  }

  it("counts wrong codes on both servers up to maxAttempts, and refuses the right one then", async () => {
    const { account, token, code } = await coded()
    const wrong = wrongCode(code)

    const answers = await atOnce(20, (nth) =>
      confirmCode(store, token, wrong, nth % 2)
    )

    const codes = answers.map(({ status, body }) => `${status} ${body.code}`)
    const count = (one: string) => codes.filter((each) => each === one).length
    expect(count("400 otp_invalid")).toBe(MAX_ATTEMPTS)
    expect(count("400 otp_attempts_exceeded")).toBe(20 - MAX_ATTEMPTS)
    expect((await confirmCode(store, token, code)).body.code).toBe(
      "otp_attempts_exceeded"
    )
    const [live] = await liveCodes(store, account.customer.id)
    expect(live.attempts).toBe(MAX_ATTEMPTS)
    expect(await flagsOf(store, account)).toMatchObject({ email: false })
  })

  it("counts wrong codes of a day over all codes, and sends none to who has used them up", async () => {
    const { token, email } = await coded()
    let wrong = 0
    while (wrong < FAILURES_PER_DAY) {
      const code = wrongCode(await lastCodeFor(store, email))
      for (let nth = 0; nth < MAX_ATTEMPTS && wrong < FAILURES_PER_DAY; nth++) {
        expect((await confirmCode(store, token, code)).body.code).toBe(
          "otp_invalid"
        )
        wrong += 1
      }
      await letPass(store, A_MINUTE)
      if (wrong < FAILURES_PER_DAY) {
        const sent = await requestCode(store, token, { entity_id: email })
        expect(sent.status).toBe(201)
      }
    }

    await expectThrottled(requestCode(store, token, { entity_id: email }))
  })

  it("throttles requests with 429, a code and Retry-After, and sends nothing", async () => {
    const { token, email } = await coded()

    await expectThrottled(requestCode(store, token, { entity_id: email }))

    expect(messagesTo(store, email)).toHaveLength(1)
  })

  it("limits what goes to one contact in an hour", async () => {
    const { token, email } = await coded()
    for (let nth = 1; nth < PER_DESTINATION_HOUR; nth++) {
      await letPass(store, A_MINUTE)
      const { status } = await requestCode(store, token, { entity_id: email })
      expect(status).toBe(201)
    }
    await letPass(store, A_MINUTE)

    await expectThrottled(requestCode(store, token, { entity_id: email }))
  })

  it("limits the requests of one client in an hour", async () => {
    const [first, second] = [await someone(), await someone()]
    const ask = ({ registrationToken: token, email }: typeof first) =>
      requestCode(store, token, { entity_id: email }, OTHER_SERVER)
    expect((await ask(first)).status).toBe(201)

    await expectThrottled(ask(second))
  })

  it("accepts one of many right codes at once", async () => {
    const { account, token, code } = await coded()

    const answers = await atOnce(RACERS, (nth) =>
      confirmCode(store, token, code, nth % 2)
    )

    const proven = answers.filter(({ status }) => status === 200)
    const others = answers.filter(({ status }) => status !== 200)
    expect(proven).toHaveLength(1)
    for (const { status, body } of others) {
      expect(`${status} ${body.code}`).toMatch(
        /^400 otp_(used|expired|attempts_exceeded)$/
      )
    }
    expect(await flagsOf(store, account)).toEqual({ email: true, phone: false })
    expect((await confirmCode(store, token, code)).status).toBe(400)
  })

  it("answers 502 where no message goes out, and gives the throttle back", async () => {
    const { registrationToken: token, email } = await someone()
    store.failProvider(true)
    const failed = await requestCode(store, token, { entity_id: email })
    store.failProvider(false)

    expect(failed).toMatchObject({
      status: 502,
      body: { code: "otp_delivery_failed" },
    })
    expect((await requestCode(store, token, { entity_id: email })).status).toBe(
      201
    )
  })

  it("knows test contacts", async () => {
    const account = await registerCustomer(store, {
      email: freshEmail(),
      phone: TEST_PHONE,
    })
    const { registrationToken: token } = account
    const entity = { entity_id: TEST_PHONE, entity_type: "phone" }
    expect((await requestCode(store, token, entity)).status).toBe(201)

    expect((await confirmCode(store, token, TEST_CODE)).status).toBe(200)

    expect(messagesTo(store, TEST_PHONE)).toHaveLength(0)
    expect(await flagsOf(store, account)).toMatchObject({ phone: true })
  })
}
