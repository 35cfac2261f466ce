import {
  credentials,
  decodeJwt,
  freshEmail,
  freshPhone,
  PASSWORD,
  registerCustomer,
  registerIdentity,
  verifyContact,
} from "../helpers/fixtures"
import { HttpResponse } from "../helpers/http"
import { identitiesOf } from "../helpers/rows"
import { signUp } from "../helpers/sign-up"
import { useStore } from "../helpers/use-store"
import { expectNothingWritten } from "../helpers/written"

const NOT_ALLOWED = {
  type: "not_allowed",
  code: "provider_not_allowed",
  message: "This way to register or log in is not enabled in this store.",
}

describe("A store that registers by e-mail and logs in by phone", () => {
  const store = useStore({
    options: {
      registration: { identifier: "email" },
      login: { identifier: "phone" },
    },
  })

  const expectNotAllowed = ({ status, body }: HttpResponse) => {
    expect(status).toBe(400)
    expect(body).toEqual(NOT_ALLOWED)
  }

  describe.each([
    ["POST", "emailpass"],
    ["GET", "emailpass"],
    ["POST", "%65mailpass"],
    ["GET", "%65mailpass"],
    ["POST", "emailpass/"],
  ])(
    "%s /auth/customer/%s in a store that logs in by phone only",
    (method, spelling) => {
      const login = (body: unknown) =>
        expectNothingWritten(store, () =>
          store.api(method, `/auth/customer/${spelling}`, { body })
        )

      it("refuses the right and any other password alike with 400 provider_not_allowed", async () => {
        const account = await registerCustomer(store)
        await store.db.query(
          "update customer set email_verified = true where id = $1",
          [account.customer.id]
        )

        for (const password of [PASSWORD, "another password", undefined]) {
          expectNotAllowed(await login({ email: account.email, password }))
        }
        expectNotAllowed(await login(credentials("emailpass", freshEmail())))
        expectNotAllowed(await login(undefined))
      })
    }
  )

  it.each(["phonepass", "%70honepass"])(
    "refuses a registration through %s with 400 provider_not_allowed",
    async (spelling) => {
      const phone = freshPhone()

      expectNotAllowed(
        await expectNothingWritten(store, () =>
          store.api("POST", `/auth/customer/${spelling}/register`, {
            body: credentials("phonepass", phone),
          })
        )
      )
      expect(await identitiesOf(store, phone)).toEqual([])
    }
  )

  it.each(["/auth/customer/%E0%A4%A", "/auth/%FF/emailpass"])(
    "refuses the malformed path %s with 400 invalid_path",
    async (path) => {
      const refused = await expectNothingWritten(store, () =>
        store.api("POST", path, { body: {} })
      )
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "invalid_data", code: "invalid_path" },
      })
    }
  )

  it("answers no login token for a verified e-mail, which is no login here", async () => {
    const account = await registerCustomer(store)

    const verified = await verifyContact(store, account, "email_verification")

    expect(verified).toMatchObject({
      verified: true,
      email_verified: true,
      token: null,
      needs_login: true,
    })
  })

  it("refuses a customer for an identity of phonepass with 400 provider_not_allowed", async () => {
    // From a time when the store registered by phone, for instance.
    const token = await tokenOfPhoneIdentity(freshPhone())

    const { status, body } = await expectNothingWritten(store, () =>
      signUp(store, token, { email: freshEmail() })
    )

    expect(status).toBe(400)
    expect(body).toEqual(NOT_ALLOWED)
  })

  it("changes nothing for the store's own provider, at registration and at login", async () => {
    const secret = { name: freshEmail(), secret: "open sesame" }
    const first = await store.api("POST", "/auth/customer/house", {
      body: secret,
    })
    const { status, body } = await signUp(store, first.body.token, {
      email: freshEmail(),
    })
    expect(status).toBe(200)

    const second = await store.api("POST", "/auth/customer/house", {
      body: secret,
    })
    expect(decodeJwt(second.body.token).actor_id).toBe(body.customer.id)
  })

  it("changes nothing for admin users", async () => {
    expect(await store.adminToken()).toEqual(expect.any(String))
    const registered = await store.api(
      "POST",
      "/auth/user/emailpass/register",
      {
        body: credentials("emailpass", freshEmail()),
      }
    )
    expect(registered.status).toBe(200)
  })

  async function tokenOfPhoneIdentity(phone: string): Promise<string> {
    const email = freshEmail()
    const token = await registerIdentity(store, "emailpass", email)
    await store.db.query(
      "update provider_identity set provider = 'phonepass', entity_id = $1 where entity_id = $2",
      [phone, email]
    )
    return token
  }
})
