import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  lastCodeFor,
  messagesTo,
  registerCustomer,
  verifiedCustomer,
} from "../helpers/fixtures"
import { enableMfa } from "../helpers/mfa"
import { letPass, liveCodes, send, verify, wrongCode } from "../helpers/otp"
import { customerRow, insertCustomer } from "../helpers/rows"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"

describe("Codes in a store that registers by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      phone: { default_country: "US" },
    },
  })

  const signedUp = () => registerCustomer(store, { provider: "phonepass" })

  const sent = async () => {
    const { customer, phone } = await signedUp()
    const { body } = await send(store, customer.id)
    const code = await lastCodeFor(store, phone!)
    return { id: customer.id, phone: phone!, token: body.token, code }
  }

  describe("POST /store/customers/otp/send", () => {
    it("answers a token and its expiry, and texts the code with the line that fills it in", async () => {
      const { customer, phone } = await signedUp()

      const answer = await send(store, customer.id)

      expect(answer).toMatchObject({ status: 200 })
      expect(Object.keys(answer.body).sort()).toEqual(["expires_at", "token"])
      const minutes = (Date.parse(answer.body.expires_at) - Date.now()) / 6e4
      expect(minutes).toBeGreaterThan(14)
      expect(minutes).toBeLessThan(15.1)
      const [message] = messagesTo(store, phone!)
      const code = await lastCodeFor(store, phone!)
      expect(message).toMatchObject({ channel: "sms" })
      expect(message.text).toMatch(
        new RegExp(`^${code} is your .*\n\n@localhost #${code}$`, "s")
      )
      expect(message.text!.length).toBeLessThanOrEqual(160)
      expect(JSON.stringify(message.data ?? {})).not.toContain(code)
    })

    it.each([
      [
        "an unknown customer",
        async () => "cus_unknown",
        404,
        "customer_not_found",
      ],
      [
        "a customer without a phone",
        () => insertCustomer(store, { email: freshEmail() }),
        400,
        "contact_missing",
      ],
      [
        "a phone that no code can reach",
        () => insertCustomer(store, { phone: "ask at the desk" }),
        400,
        "contact_missing",
      ],
      [
        "a verified phone",
        async () =>
          (await verifiedCustomer(store, { provider: "phonepass" })).customer
            .id,
        400,
        "already_verified",
      ],
    ])("refuses %s", async (_case, customer, status, code) => {
      const id = await customer()
      const refused = await expectNothingWritten(store, () => send(store, id))
      expect(refused).toMatchObject({ status, body: { code } })
    })

    it("refuses a verification that the store does not offer", async () => {
      const { customer } = await signedUp()
      const refused = await expectNothingWritten(store, () =>
        send(store, customer.id, "email_verification")
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "verification_not_configured" },
      })
    })

    it("reads a phone that an earlier version of the store kept as it was typed", async () => {
      const phone = freshPhone()
      const id = await insertCustomer(store, {
        phone: `(213) ${phone.slice(5, 8)}-${phone.slice(8)}`,
      })
      expect((await send(store, id)).status).toBe(200)
      expect(messagesTo(store, phone)).toHaveLength(1)
    })

    it("makes a customer wait for the next code, and says how long", async () => {
      const { id } = await sent()

      const refused = await expectNothingWritten(store, () => send(store, id))

      expect(refused.status).toBe(429)
      expect(refused.body).toEqual({
        type: "too_many_requests",
        code: "otp_throttled",
        message: expect.any(String),
        retry_after: expect.any(Number),
      })
      expect(refused.headers["retry-after"]).toBe(
        String(refused.body.retry_after)
      )
      expect(refused.body.retry_after).toBeGreaterThan(50)
      expect(refused.body.retry_after).toBeLessThanOrEqual(60)
      await letPass(store, 61)
      expect((await send(store, id)).status).toBe(200)
    })

    it("voids the code and gives the limits back when the provider fails", async () => {
      const { customer, phone } = await signedUp()
      store.failProvider(true)
      const failed = await expectNothingWritten(store, () =>
        send(store, customer.id)
      )
      store.failProvider(false)
      expect(failed).toMatchObject({
        status: 502,
        body: { code: "otp_delivery_failed" },
      })
      expect((await send(store, customer.id)).status).toBe(200)
      expect(store.log()).not.toContain(phone)
    })
  })

  describe("POST /store/customers/otp/verify", () => {
    it("proves the phone and logs in", async () => {
      const { id, phone, token, code } = await sent()

      const { status, body } = await verify(store, token, code)

      expect(status).toBe(200)
      expect(body).toEqual({
        verified: true,
        type: "phone_verification",
        email_verified: false,
        phone_verified: true,
        customer: expect.objectContaining({ id, phone, phone_verified: true }),
        token: expect.any(String),
        needs_login: false,
      })
      expect(decodeJwt(body.token)).toMatchObject({
        actor_id: id,
        actor_type: "customer",
        auth_provider: "phonepass",
      })
    })

    it("logs nobody in who has no identity to log in with", async () => {
      const phone = freshPhone()
      const id = await insertCustomer(store, { phone })
      const { body } = await send(store, id)
      const answer = await verify(
        store,
        body.token,
        await lastCodeFor(store, phone)
      )
      expect(answer.body).toMatchObject({
        verified: true,
        token: null,
        needs_login: true,
      })
    })

    it("leads a customer with MFA to Medusa's challenge", async () => {
      const account = await verifiedCustomer(store, { provider: "phonepass" })
      await enableMfa(store, account.token)
      await store.db.query(
        "update customer set phone_verified = false where id = $1",
        [account.customer.id]
      )
      await letPass(store, 61)
      const { body } = await send(store, account.customer.id)
      const answer = await verify(
        store,
        body.token,
        await lastCodeFor(store, account.phone!)
      )
      expect(answer.body).toMatchObject({
        verified: true,
        mfa_required: true,
        mfa_challenge: { methods: ["totp"] },
        needs_login: true,
      })
      expect(decodeJwt(answer.body.token).actor_id).toBe("")
    })

    it("refuses a wrong code and counts it", async () => {
      const { id, token, code } = await sent()
      const refused = await verify(store, token, wrongCode(code))
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "invalid_data", code: "otp_invalid" },
      })
      expect(await liveCodes(store, id)).toMatchObject([{ attempts: 1 }])
      expect(await customerRow(store, id)).toMatchObject({
        phone_verified: false,
      })
    })

    it("refuses a code that was used, one that expired, and one that was replaced", async () => {
      const first = await sent()
      await verify(store, first.token, first.code)
      const used = await verify(store, first.token, first.code)
      expect(used).toMatchObject({ status: 400, body: { code: "otp_used" } })

      const second = await sent()
      await letPass(store, 15 * 60 + 1)
      const late = await verify(store, second.token, second.code)
      expect(late).toMatchObject({ status: 400, body: { code: "otp_expired" } })

      const third = await sent()
      await letPass(store, 61)
      const newer = await send(store, third.id)
      const newCode = await lastCodeFor(store, third.phone)
      for (const [token, code] of [
        [third.token, third.code],
        [third.token, newCode],
      ]) {
        const replaced = await verify(store, token, code)
        expect(replaced).toMatchObject({ body: { code: "otp_expired" } })
      }
      expect((await verify(store, newer.body.token, newCode)).status).toBe(200)
    })

    it("counts a guess with somebody else's code for the token's owner alone", async () => {
      const [a, b] = [await sent(), await sent()]
      if (a.code !== b.code) {
        const refused = await verify(store, a.token, b.code)
        expect(refused.body.code).toBe("otp_invalid")
      }
      expect((await liveCodes(store, b.id))[0].attempts).toBe(0)
    })

    it.each([
      ["the admin API", "admin"],
      ["SQL", "sql"],
      ["SQL that sets the flag with it", "sql-flag"],
    ])(
      "proves nothing once the phone was changed through %s",
      async (_path, path) => {
        const { id, token, code } = await sent()
        const next = freshPhone()
        if (path === "admin") {
          await store.api("POST", `/admin/customers/${id}`, {
            token: await store.adminToken(),
            body: { phone: next },
          })
        } else {
          const flag = path === "sql-flag" ? ", phone_verified = true" : ""
          await store.db.query(
            `update customer set phone = $1${flag} where id = $2`,
            [next, id]
          )
        }
        const refused = await verify(store, token, code)
        expect(refused).toMatchObject({
          status: 400,
          body: { code: "otp_invalid" },
        })
        expect(await customerRow(store, id)).toMatchObject({
          phone: next,
          phone_verified: false,
        })
      }
    )
  })

  describe("A flag", () => {
    it("falls with its contact, and its customer cannot log in any more", async () => {
      const { customer, phone } = await verifiedCustomer(store, {
        provider: "phonepass",
      })
      await store.api("POST", `/admin/customers/${customer.id}`, {
        token: await store.adminToken(),
        body: { phone: freshPhone() },
      })
      expect(await customerRow(store, customer.id)).toMatchObject({
        phone_verified: false,
      })
      const login = await store.api("POST", "/auth/customer/phonepass", {
        body: credentials("phonepass", phone!),
      })
      expect(login.status).toBe(403)
    })
  })

  describe("The failures of a day", () => {
    it("survive new codes, block the customer at the twentieth, and end after 24 hours", async () => {
      const { customer, phone } = await signedUp()
      let last = { token: "", code: "" }
      for (let round = 0; round < 4; round++) {
        const { body } = await send(store, customer.id)
        const code = await lastCodeFor(store, phone!)
        for (let guess = 0; guess < 5; guess++) {
          await verify(store, body.token, wrongCode(code))
        }
        last = { token: body.token, code }
        await letPass(store, 3601)
      }

      const blocked = await send(store, customer.id)
      expect(blocked).toMatchObject({
        status: 429,
        body: { code: "otp_throttled" },
      })
      expect(blocked.body.retry_after).toBeGreaterThan(19 * 3600)
      await store.db.query(
        "update otp_verification set attempts = 0, expires_at = now() + interval '1 hour' where subject = $1",
        [customer.id]
      )
      const right = await verify(store, last.token, last.code)
      expect(right).toMatchObject({
        status: 400,
        body: { code: "otp_attempts_exceeded" },
      })
      expect((await signedUp()).customer.id).toEqual(expect.any(String))

      await letPass(store, 86_400)
      expect((await send(store, customer.id)).status).toBe(200)
    })

    it("are told also of a code that has expired, or was used, or is gone", async () => {
      const { customer, phone } = await signedUp()
      let token = ""
      for (let round = 0; round < 4; round++) {
        token = (await send(store, customer.id)).body.token
        const code = await lastCodeFor(store, phone!)
        for (let guess = 0; guess < 5; guess++) {
          await verify(store, token, wrongCode(code))
        }
        await letPass(store, 3601)
      }
      const expectExceeded = async () => {
        const refused = await expectNothingWritten(store, () =>
          verify(store, token, "123456")
        )
        expect(refused).toMatchObject({
          status: 400,
          body: { code: "otp_attempts_exceeded" },
        })
      }

      await expectExceeded()
      const code = "where subject = $1"
      await store.db.query(`update otp_verification set attempts = 0 ${code}`, [
        customer.id,
      ])
      await expectExceeded()
      await store.db.query(
        `update otp_verification set consumed_at = now() ${code}`,
        [customer.id]
      )
      await expectExceeded()
      await store.db.query(`delete from otp_verification ${code}`, [
        customer.id,
      ])
      await expectExceeded()
      await letPass(store, 86_400)
      expect((await verify(store, token, "123456")).body.code).toBe(
        "otp_expired"
      )
    })

    it("do not count a code that was right", async () => {
      const { id, token, code } = await sent()
      await verify(store, token, code)
      const { rows } = await store.db.query(
        "select 1 from otp_limit where cardinality(hits) = 0"
      )
      expect(rows.length).toBeGreaterThan(0)
      expect(await customerRow(store, id)).toMatchObject({
        phone_verified: true,
      })
    })
  })

  describe("A bad body", () => {
    const ENDLESS = "1".repeat(1_000_000)

    it.each([
      ["a number", 123456],
      ["nothing", ""],
      ["null", null],
      ["a list", []],
      ["an object", { $ne: null }],
      ["a million digits", ENDLESS],
    ])("with %s for a code is refused and counts nothing", async (_c, bad) => {
      const { id, token } = await sent()
      const refused = await verify(store, token, bad)
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect(refused.status).toBeLessThan(500)
      expect((await liveCodes(store, id))[0].attempts).toBe(0)
    })

    it.each([
      ["fullwidth digits", "１２３４５６"],
      ["other letters", "'; drop table"],
    ])("with %s for a code is a wrong guess", async (_case, bad) => {
      const { token } = await sent()
      const refused = await verify(store, token, bad)
      expect(refused).toMatchObject({
        status: 400,
        body: { code: "otp_invalid" },
      })
    })

    it.each([
      ["send", { customer_id: "cus_1\u0000", type: "phone_verification" }],
      ["send", { customer_id: ["cus_1"], type: "phone_verification" }],
      ["send", { customer_id: "' or 1=1 --", type: "phone_verification" }],
      ["send", { customer_id: "c".repeat(1e5), type: "phone_verification" }],
      ["send", { customer_id: "cus_1", type: ["phone_verification"] }],
      ["send", { customer_id: "cus_1", type: "__proto__" }],
      ["send", { customer_id: "cus_1", type: "toString" }],
      ["send", { customer_id: "cus_1", type: "phone_verification", x: 1 }],
      ["send", []],
      ["send", "null"],
      ["send", '"text"'],
      ["send", "{"],
      ["send", undefined],
      ["verify", { token: "t".repeat(5000), code: "123456" }],
      ["verify", { token: { a: 1 }, code: "123456" }],
      ["verify", { code: "123456" }],
      ["verify", { token: "t", code: "123456", customer_id: "cus_1" }],
    ])("to %s is a 4xx that repeats nothing: %j", async (route, body) => {
      const refused = await expectNothingWritten(store, () =>
        store.api("POST", `/store/customers/otp/${route}`, { body })
      )
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect(refused.status).toBeLessThan(500)
      expect(JSON.stringify(refused.body)).not.toContain("cus_1")
    })
  })
})

describe("Codes in a store that registers by both, with its own settings", () => {
  const store = useStore({
    options: {
      registration: { identifier: "both" },
      login: { identifier: "phone" },
      otpLength: 8,
      otpCharset: "alphanumeric",
      otpExpiryMinutes: 60,
      maxAttempts: 2,
      email_verification: {
        template: "src/templates/code.html",
        subject: "Welcome",
        resendThrottleSeconds: 0,
      },
      phone_verification: {
        template: "provider-template-7",
        resendThrottleSeconds: 0,
      },
      limits: {
        per_destination_hour: 3,
        per_destination_day: 4,
        per_ip_hour: 5,
      },
    },
  })

  const from = (ip: string) => ({ headers: { "x-forwarded-for": ip } })

  const signedUp = () =>
    registerCustomer(store, { provider: "phonepass", email: freshEmail() })

  it("renders the store's own template, and takes a code as people type it", async () => {
    const { customer, email } = await signedUp()
    const { body } = await send(
      store,
      customer.id,
      "email_verification",
      from("203.0.113.1")
    )
    const [message] = messagesTo(store, email!)
    const code = /<b>([2-9A-HJKMNP-Z]{8})<\/b>/.exec(message.html!)![1]
    expect(message).toMatchObject({ subject: "Welcome", channel: "email" })
    expect(message.html).toContain("It expires in 1 hour")
    expect(message.data?.code).toBeUndefined()

    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
    const answer = await verify(store, body.token, typed)

    // E-mail is no login identifier of this store.
    expect(answer.body).toMatchObject({
      verified: true,
      email_verified: true,
      token: null,
      needs_login: true,
    })
  })

  it("hands the code to a template of the provider, and allows two guesses", async () => {
    const { customer, phone } = await signedUp()
    const { body } = await send(
      store,
      customer.id,
      "phone_verification",
      from("203.0.113.2")
    )
    const [message] = messagesTo(store, phone!)
    expect(message).toMatchObject({ template: "provider-template-7" })
    const code = String(message.data?.code)
    for (const expected of [
      "otp_invalid",
      "otp_invalid",
      "otp_attempts_exceeded",
    ]) {
      const refused = await verify(store, body.token, wrongCode(code))
      expect(refused.body.code).toBe(expected)
    }
  })

  it("limits a destination by the hour and by the day, however it is spelt", async () => {
    const phone = freshPhone()
    const spelt = phone.replace("+1213", "+1 (213) ")
    const ids = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        insertCustomer(store, { phone: i % 2 ? phone : spelt })
      )
    )
    const attempt = async (i: number) =>
      (await send(store, ids[i], "phone_verification", from(`198.51.100.${i}`)))
        .status

    expect([await attempt(0), await attempt(1), await attempt(2)]).toEqual([
      200, 200, 200,
    ])
    expect(await attempt(3)).toBe(429)
    await letPass(store, 3601)
    expect(await attempt(3)).toBe(200)
    expect(await attempt(4)).toBe(429)
    await letPass(store, 86_400 - 3600)
    expect(await attempt(4)).toBe(200)
  })

  it("limits a client by the hour, an IPv6 client by its /64, and takes nothing else when it refuses", async () => {
    const clients = [
      "2001:db8:1:2::1",
      "2001:db8:1:2:ffff::2",
      "2001:DB8:1:2::3",
      "2001:db8:1:2::4",
      "2001:db8:1:2::5",
    ]
    for (const ip of clients) {
      const { customer } = await signedUp()
      const answer = await send(
        store,
        customer.id,
        "phone_verification",
        from(ip)
      )
      expect(answer.status).toBe(200)
    }
    const { customer } = await signedUp()
    const refused = await expectNothingWritten(store, () =>
      send(
        store,
        customer.id,
        "phone_verification",
        from("2001:db8:1:2:3:4:5:6")
      )
    )
    expect(refused.status).toBe(429)
    const elsewhere = await send(
      store,
      customer.id,
      "phone_verification",
      from("2001:db8:1:3::1")
    )
    expect(elsewhere.status).toBe(200)
  })
})
