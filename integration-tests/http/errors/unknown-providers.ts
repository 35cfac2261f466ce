import { freshEmail, PASSWORD, registerIdentity } from "../../helpers/fixtures"
import type { Store } from "../../helpers/store"
import { expectNothingWritten } from "../../helpers/written"

const LONG = "x".repeat(90_000)
const NUL = "a\u0000@example.com"
const INVALID = {
  status: 400,
  body: {
    type: "invalid_data",
    code: "invalid_body",
    hint: expect.not.stringMatching(/x{10}|\u0000/),
  },
}

/** What Medusa answers with 500 wherever a client names what it does not have, or what PostgreSQL cannot store. */
export function unknownProviders(store: Store) {
  let token: string

  beforeAll(async () => {
    token = await registerIdentity(store, "emailpass", freshEmail())
  })

  const ask = (path: string, body: object) =>
    expectNothingWritten(store, () => store.api("POST", path, { token, body }))

  /** By how much a request lets the log grow. */
  const growthOf = async (act: () => Promise<unknown>): Promise<number> => {
    const before = store.log().length
    await act()
    await store.api("GET", "/health")
    return store.log().length - before
  }

  const PLACES: [string, string, object][] = [
    [
      "code_provider",
      "/auth/verification/request",
      { entity_id: "jane@example.com", entity_type: "email" },
    ],
    ["code_provider", "/auth/verification/confirm", { code: "1" }],
    ["provider", "/auth/mfa/factors", {}],
  ]

  describe.each(PLACES)("An unknown %s at %s", (field, path, rest) => {
    it.each([
      ["nope", "nope"],
      ["a key of every object", "constructor"],
      ["a prototype", "__proto__"],
      ["a provider of another kind", "emailpass"],
      ["90,000 characters", LONG],
      ["a NUL", NUL],
    ])("is refused with 400 invalid_body: %s", async (_what, value) => {
      expect(await ask(path, { ...rest, [field]: value })).toMatchObject(
        INVALID
      )
    })

    it("does not make the log grow by its length", async () => {
      const body = { ...rest, [field]: LONG }
      expect(await growthOf(() => ask(path, body))).toBeLessThan(2_000)
    })

    it("is not told to who has no token, where one is needed", async () => {
      const { status } = await store.api("POST", path, {
        body: { ...rest, [field]: "nope" },
      })
      expect(status).toBe(path.endsWith("confirm") ? 400 : 401)
    })
  })

  it("A provider that the Auth module has is Medusa's to answer", async () => {
    const asked = await store.api("POST", "/auth/verification/request", {
      token,
      body: { entity_id: freshEmail(), entity_type: "email" },
    })
    expect(asked.status).toBe(201)
    for (const code_provider of ["token", undefined]) {
      const confirmed = await store.api("POST", "/auth/verification/confirm", {
        token,
        body: { code: "1", code_provider },
      })
      expect(confirmed).toMatchObject({
        status: 400,
        body: { type: "not_allowed" },
      })
    }
  })

  it.each(["nope", LONG])(
    "An unknown method to remove a second factor is refused with 400 invalid_body: %#",
    async (method) => {
      const remove = (body: object) =>
        expectNothingWritten(store, () =>
          store.api("DELETE", "/auth/mfa/factors/none", { token, body })
        )
      expect(await remove({ method, code: "1" })).toMatchObject(INVALID)
      for (const known of ["totp", "recovery_code", undefined]) {
        const { status } = await remove({ method: known, code: "1" })
        expect(status).toBe(404)
      }
    }
  )

  it("Recovery codes are no second factor to set up", async () => {
    expect(
      await ask("/auth/mfa/factors", { provider: "recovery_code" })
    ).toMatchObject(INVALID)
  })

  it.each<[string, string, object]>([
    [
      "an entity_id",
      "/auth/verification/request",
      { entity_id: NUL, entity_type: "email" },
    ],
    [
      "an entity_id that is too long",
      "/auth/verification/request",
      { entity_id: randomText(8_000), entity_type: "email" },
    ],
    [
      "an entity_type",
      "/auth/verification/request",
      { entity_id: "jane@example.com", entity_type: NUL },
    ],
    [
      "an entity_type that is too long",
      "/auth/verification/request",
      { entity_id: "jane@example.com", entity_type: randomText(8_000) },
    ],
    [
      "metadata",
      "/auth/verification/request",
      {
        entity_id: "jane@example.com",
        entity_type: "email",
        metadata: { a: "\ud800" },
      },
    ],
    ["a label", "/auth/mfa/factors", { provider: "totp", label: NUL }],
    ["an issuer", "/auth/mfa/factors", { provider: "totp", issuer: "\ud800" }],
    [
      "metadata of a factor",
      "/auth/mfa/factors",
      { provider: "totp", metadata: { [NUL]: 1 } },
    ],
  ])(
    "What cannot be stored is refused with 400 invalid_body: %s",
    async (_what, path, body) => {
      expect(await ask(path, body)).toMatchObject(INVALID)
    }
  )

  it.each(["user", "Customer", "vendor", "customer"])(
    "An e-mail that cannot be stored registers nobody: %s",
    async (actor) => {
      const body = { email: NUL, password: PASSWORD }
      const answer = await ask(`/auth/${actor}/emailpass/register`, body)
      expect(answer).toMatchObject({
        status: 400,
        body: { code: "invalid_body" },
      })
      for (const path of [
        `/auth/${actor}/emailpass`,
        `/auth/${actor}/emailpass/reset-password`,
        `/auth/${actor}/emailpass/callback`,
      ]) {
        const { status } = await ask(path, { ...body, identifier: NUL })
        expect(status).toBeLessThan(500)
      }
    }
  )

  it.each([
    ["POST", "/auth/mfa/factors/a%00b/verify"],
    ["DELETE", "/auth/mfa/factors/a%00b"],
    ["POST", "/auth/mfa/challenges/a%00b/verify"],
    ["POST", "/auth/a%00b/emailpass/register"],
  ])(
    "A path with a NUL is refused with 400 invalid_path: %s %s",
    async (method, path) => {
      const { status, body } = await expectNothingWritten(store, () =>
        store.api(method, path, { token, body: { code: "1", method: "totp" } })
      )
      expect({ status, body }).toMatchObject({
        status: 400,
        body: { code: "invalid_path" },
      })
    }
  )
}

/** What does not become short in an index. */
function randomText(length: number): string {
  return Array.from({ length }, () =>
    Math.floor(Math.random() * 36).toString(36)
  ).join("")
}
