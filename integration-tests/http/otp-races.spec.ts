import {
  freshPhone,
  lastCodeFor,
  messagesTo,
  registerCustomer,
} from "../helpers/fixtures"
import { liveCodes, send, verify, wrongCode } from "../helpers/otp"
import { customerRow, insertCustomer } from "../helpers/rows"
import { useStore } from "../helpers/use-store"

const ROUNDS = 3

describe("On two servers at once", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "phone" },
      limits: { sms_per_day: 200, failures_per_day: false },
    },
  })

  const sent = async () => {
    const { customer, phone } = await registerCustomer(store, {
      provider: "phonepass",
    })
    const { body } = await send(store, customer.id)
    const code = await lastCodeFor(store, phone!)
    return { id: customer.id, phone: phone!, token: body.token, code }
  }

  const together = <T>(count: number, act: (server: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, i) => act(i % 2)))

  const codesOf = (answers: { body: { code?: string } }[]) =>
    answers.map(({ body }) => body.code)

  it("evaluates exactly five of 200 wrong guesses", async () => {
    const { id, token, code } = await sent()

    const answers = await together(200, (server) =>
      verify(store, token, wrongCode(code), server)
    )

    const codes = codesOf(answers)
    expect(codes.filter((one) => one === "otp_invalid")).toHaveLength(5)
    expect(codes.filter((one) => one === "otp_attempts_exceeded")).toHaveLength(
      195
    )
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

  it("lets one of 50 right guesses succeed", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, token, code } = await sent()

      const answers = await together(50, (server) =>
        verify(store, token, code, server)
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
      const events = store
        .events()
        .filter(
          ({ name, data }) =>
            name === "customer.phone_verified" && data.id === id
        )
      expect(events).toHaveLength(1)
    }
  })

  it("never lets a right guess among 100 wrong ones in beyond the fifth", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, token, code } = await sent()
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

  it("delivers one message for 50 sends", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { customer, phone } = await registerCustomer(store, {
        provider: "phonepass",
      })

      const answers = await together(50, (server) =>
        send(store, customer.id, "phone_verification", { server })
      )

      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(49)
      expect(messagesTo(store, phone!)).toHaveLength(1)
      expect(await liveCodes(store, customer.id)).toHaveLength(1)
    }
  })

  it("keeps the day's budget of text messages to the message", async () => {
    const { rows } = await store.db.query<{ used: number }>(
      "select used from otp_limit where used > 0"
    )
    const left = 20
    await store.db.query("update otp_limit set used = $1 where used > 0", [
      200 - left,
    ])
    expect(rows).toHaveLength(1)
    const ids = await Promise.all(
      Array.from({ length: 60 }, () =>
        insertCustomer(store, { phone: freshPhone() })
      )
    )
    const before = store.outbox().length

    const answers = await Promise.all(
      ids.map((id, i) =>
        send(store, id, "phone_verification", { server: i % 2 })
      )
    )

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(left)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40)
    expect(store.outbox().length - before).toBe(left)
  })
})

describe("With no wait between codes, on two servers at once", () => {
  const store = useStore({
    servers: 2,
    options: {
      registration: { identifier: "phone" },
      phone_verification: { resendThrottleSeconds: 0 },
      limits: { per_destination_hour: 7, per_destination_day: 9 },
    },
  })

  it("counts a destination over many customers and both servers", async () => {
    const phone = freshPhone()
    const ids = await Promise.all(
      Array.from({ length: 30 }, () => insertCustomer(store, { phone }))
    )

    const answers = await Promise.all(
      ids.map((id, i) =>
        send(store, id, "phone_verification", { server: i % 2 })
      )
    )

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7)
    expect(messagesTo(store, phone)).toHaveLength(7)
  })

  it("never leaves two live codes of one customer, whatever races", async () => {
    const { customer } = await registerCustomer(store, {
      provider: "phonepass",
    })

    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        send(store, customer.id, "phone_verification", { server: i % 2 })
      )
    )

    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const live = await liveCodes(store, customer.id)
    expect(live).toHaveLength(1)
  })
})
