import Medusa from "@medusajs/js-sdk"
import { createCustomerClient, type MedusaSdk } from ".."
import { FakeServer, short } from "./fake-server"

const LOGIN = { email: "jane@example.com", password: "correct horse battery" }
const KEY = "x-publishable-api-key"

/** Where an SDK of the tests keeps its token. */
function storage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => Promise.resolve(items.get(key) ?? null),
    setItem: async (key: string, value: string) => void items.set(key, value),
    removeItem: async (key: string) => void items.delete(key),
  }
}

describe("The client's connection", () => {
  const server = new FakeServer()

  beforeEach(() => server.open())
  afterEach(() => server.close())

  it("of its own has the key, the headers and no cookies", async () => {
    const customers = createCustomerClient({
      baseUrl: "https://shop.example.com/medusa//",
      publishableApiKey: "pk_1",
      headers: { "x-medusa-locale": "de-DE" },
    })
    server.answer({ token: "login" })

    await customers.login(LOGIN)

    expect(server.sent).toEqual([
      {
        url: "https://shop.example.com/medusa/auth/customer/emailpass",
        method: "POST",
        credentials: "omit",
        headers: {
          [KEY]: "pk_1",
          "x-medusa-locale": "de-DE",
          accept: "application/json",
          "content-type": "application/json",
        },
        body: LOGIN,
      },
    ])
  })

  it("may be to the page's own server, and need no key", async () => {
    const customers = createCustomerClient({ baseUrl: "" })
    await customers.requestRecovery({ phone: "+12133734253" })
    expect(server.sent[0].url).toBe("/store/customers/password/request")
    expect(server.sent[0].headers).not.toHaveProperty([KEY])
  })

  it("keeps the token where the store says", async () => {
    const { items, getItem, setItem, removeItem } = storage()
    const customers = createCustomerClient({
      baseUrl: "https://api.example.com",
      tokenStore: {
        get: () => getItem("jwt"),
        set: (token) => setItem("jwt", token),
        remove: () => removeItem("jwt"),
      },
    })
    server.answer({ token: "login" })

    await customers.login(LOGIN)
    expect(items.get("jwt")).toBe("login")
    await customers.retrieveCustomer()
    expect(short(server.sent[1]).bearer).toBe("Bearer login")
    await customers.logout()
    expect(items.size).toBe(0)
  })

  it("keeps one customer's token from another client", async () => {
    const options = { baseUrl: "https://api.example.com" }
    const customers = createCustomerClient(options)
    server.answer({ token: "login" })
    await customers.login(LOGIN)
    expect(await createCustomerClient(options).getToken()).toBeUndefined()
  })

  describe("of an SDK", () => {
    const config = {
      baseUrl: "https://shop.example.com/medusa",
      publishableKey: "pk_1",
      globalHeaders: { "x-shop": "1", "x-none": null, next: { tags: ["a"] } },
    }

    it("has its URL, key and headers, and its token store", async () => {
      const { items, ...custom } = storage()
      const sdk = new Medusa({
        ...config,
        auth: { jwtTokenStorageMethod: "custom", storage: custom },
      })
      const customers = createCustomerClient({ sdk })
      server.answer({ token: "login" })

      await customers.login(LOGIN)

      expect(server.sent[0]).toMatchObject({
        url: "https://shop.example.com/medusa/auth/customer/emailpass",
        credentials: "omit",
      })
      expect(server.sent[0].headers).toEqual({
        [KEY]: "pk_1",
        "x-shop": "1",
        accept: "application/json",
        "content-type": "application/json",
      })
      expect([...items]).toEqual([["medusa_auth_token", "login"]])
      expect(await sdk.client.getToken()).toBe("login")
      expect(await customers.getToken()).toBe("login")
      await customers.logout()
      expect(items.size).toBe(0)
    })

    it("sends the login that the SDK has", async () => {
      const sdk = new Medusa({
        ...config,
        auth: { jwtTokenStorageMethod: "memory" },
      })
      await sdk.client.setToken("theirs")
      await createCustomerClient({ sdk }).revokeSessions()
      expect(short(server.sent[0]).bearer).toBe("Bearer theirs")
    })

    it("has the locale of the moment", async () => {
      const client = {
        config: { baseUrl: "https://api.example.com" },
        locale: "",
        getToken: () => null,
        setToken: () => {},
        clearToken: () => {},
      }
      const customers = createCustomerClient({ sdk: { client } })
      await customers.requestDeletion()
      client.locale = "de-DE"
      await customers.requestDeletion()
      expect(
        server.sent.map(({ headers }) => headers["x-medusa-locale"])
      ).toEqual([undefined, "de-DE"])
    })

    it("keeps no token where the SDK keeps none, as on a server", async () => {
      const sdk = new Medusa(config)
      const customers = createCustomerClient({ sdk })
      server.answer({ token: "login" })
      await customers.login(LOGIN)
      expect(await customers.getToken()).toBeUndefined()
    })

    it.each([{ client: {} }, { client: { config: {} } }])(
      "is refused where it is none: %j",
      (sdk) => {
        expect(() =>
          createCustomerClient({ sdk: sdk as unknown as MedusaSdk })
        ).toThrow(TypeError)
      }
    )
  })

  describe("of an SDK that logs in by a cookie", () => {
    const session = (fetchCredentials?: "same-origin") =>
      createCustomerClient({
        sdk: new Medusa({
          baseUrl: "https://api.example.com",
          auth: { type: "session", fetchCredentials },
        }),
      })
    const brief = () =>
      server.sent.map((sent) => {
        const { request, bearer } = short(sent)
        return [request, bearer, sent.credentials]
      })

    it("makes a session of the login, and sends the cookie alone from then on", async () => {
      const customers = session()
      server.answer({ token: "login" })

      expect(await customers.login(LOGIN)).toMatchObject({ token: "login" })
      await customers.requestDeletion()
      await customers.logout()

      expect(brief()).toEqual([
        ["POST /auth/customer/emailpass", undefined, "include"],
        ["POST /auth/session", "Bearer login", "include"],
        [
          "POST /store/customers/account-deletion/request",
          undefined,
          "include",
        ],
        ["DELETE /auth/session", undefined, "include"],
      ])
    })

    it("registers as nobody, though a cookie is there", async () => {
      server.answer({ token: "registration" })
      server.answer({ customer: {} })
      server.answer({ token: "login" })
      await session().register(LOGIN)
      expect(brief()).toEqual([
        ["POST /auth/customer/emailpass/register", undefined, "omit"],
        ["POST /store/customers", "Bearer registration", "omit"],
        ["POST /auth/token/refresh", "Bearer registration", "omit"],
        ["POST /auth/session", "Bearer login", "include"],
      ])
    })

    it("sends cookies as the SDK is told to", async () => {
      await session("same-origin").requestDeletion()
      expect(brief()[0][2]).toBe("same-origin")
    })

    it("is logged out, too, where the session has ended", async () => {
      server.answer({ message: "Unauthorized" }, { status: 401 })
      await session().logout()
      server.answer({ message: "Later." }, { status: 503 })
      await expect(session().logout()).rejects.toThrow("Later.")
    })
  })
})
