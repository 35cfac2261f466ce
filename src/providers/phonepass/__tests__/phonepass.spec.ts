import type {
  AuthIdentityDTO,
  AuthIdentityProviderService,
} from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import bcrypt from "bcrypt"
import { PhonePassAuthService } from "../service"

const PHONE = "+12133734253"
const PASSWORD = "correct horse battery"
const WRONG = { success: false, error: "Invalid phone or password" }

/** The identities of the Auth module, kept in a map. */
function memory(): AuthIdentityProviderService {
  const kept = new Map<string, AuthIdentityDTO>()
  const put = (
    entity_id: string,
    provider_metadata?: Record<string, unknown>
  ) => {
    const provider = {
      id: "1",
      provider: "phonepass",
      entity_id,
      provider_metadata,
    }
    const identity = { id: "auth_1", provider_identities: [provider] }
    kept.set(entity_id, identity)
    return identity as AuthIdentityDTO
  }
  const retrieve = async ({ entity_id }: { entity_id: string }) => {
    const identity = kept.get(entity_id)
    if (!identity) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such identity")
    }
    return identity
  }
  const service = {
    retrieve,
    create: async (data: {
      entity_id: string
      provider_metadata?: Record<string, unknown>
    }) => put(data.entity_id, data.provider_metadata),
    update: async (
      entity_id: string,
      data: { provider_metadata?: Record<string, unknown> }
    ) => put(entity_id, data.provider_metadata),
  }
  return service as Partial<AuthIdentityProviderService> as AuthIdentityProviderService
}

function provider(options?: object) {
  const configModule = { modules: {}, projectConfig: { http: {} } }
  return new PhonePassAuthService({ configModule } as never, options)
}

describe("phonepass", () => {
  const body = (phone: unknown, password: unknown) => ({
    body: { phone, password } as Record<string, string>,
  })

  it("does the same work and answers the same for an unknown phone and a wrong password", async () => {
    const identities = memory()
    const phonepass = provider()
    await phonepass.register(body(PHONE, PASSWORD), identities)
    const compare = jest.spyOn(bcrypt, "compare")
    const hash = jest.spyOn(bcrypt, "hash")
    const work = async (phone: string) => {
      compare.mockClear()
      const answer = await phonepass.authenticate(
        body(phone, "wrong password"),
        identities
      )
      const [, hashed] = compare.mock.calls[0]
      return {
        answer,
        times: compare.mock.calls.length,
        rounds: bcrypt.getRounds(hashed),
      }
    }

    const wrong = await work(PHONE)
    const unknown = await work("+12133734254")

    expect(wrong).toEqual({ answer: WRONG, times: 1, rounds: 10 })
    expect(unknown).toEqual(wrong)
    expect(hash).not.toHaveBeenCalled()
  })

  it("accepts the right password and answers no hash", async () => {
    const identities = memory()
    const registered = await provider().register(
      body("+1 (213) 373-4253", PASSWORD),
      identities
    )
    const answer = await provider().authenticate(
      body(PHONE, PASSWORD),
      identities
    )

    expect(registered.success).toBe(true)
    expect(answer.success).toBe(true)
    expect(JSON.stringify([registered, answer])).not.toContain("$2")
  })

  it("never overwrites an identity", async () => {
    const identities = memory()
    await provider().register(body(PHONE, PASSWORD), identities)

    const again = await provider().register(
      body(PHONE, "another password"),
      identities
    )

    expect(again.success).toBe(false)
    const login = await provider().authenticate(
      body(PHONE, PASSWORD),
      identities
    )
    expect(login.success).toBe(true)
  })

  it.each([
    [undefined, true],
    [{ customer_id: null }, true],
    [{ customer_id: "cus_1" }, false],
    [{ user_id: "user_1" }, false],
  ])(
    "resumes a registration with the same password on an identity with app_metadata %j: %s",
    async (app_metadata, resumed) => {
      const identities = memory()
      await provider().register(body(PHONE, PASSWORD), identities)
      const identity = await identities.retrieve({ entity_id: PHONE })
      Object.assign(identity, { app_metadata })

      const again = await provider().register(body(PHONE, PASSWORD), identities)

      expect(again.success).toBe(resumed)
    }
  )

  it("accepts passwords up to 72 bytes and cuts none", async () => {
    const longest = "é".repeat(36)
    const identities = memory()
    const accepted = await provider().register(body(PHONE, longest), identities)
    expect(accepted.success).toBe(true)

    for (const password of [
      `${longest}a`,
      "a".repeat(73),
      "",
      7,
      ["a"],
      null,
    ]) {
      const refused = await provider().register(
        body("+12133734254", password),
        identities
      )
      expect(refused).toEqual({
        success: false,
        error: expect.stringContaining("Password: "),
      })
    }
  })

  it.each([9, 16, 10.5, "12"])("stops the boot for a cost of %j", (cost) => {
    expect(() => PhonePassAuthService.validateOptions({ cost })).toThrow("cost")
  })

  it.each([10, 15])("accepts a cost of %d, and no other option", (cost) => {
    expect(() => PhonePassAuthService.validateOptions({ cost })).not.toThrow()
    expect(() =>
      PhonePassAuthService.validateOptions({ cost, rounds: 1 })
    ).toThrow("rounds")
  })

  it("hashes at the given cost", async () => {
    const hash = jest.spyOn(bcrypt, "hash")
    await provider({ cost: 11 }).register(body(PHONE, PASSWORD), memory())
    expect(new Set(hash.mock.calls.map(([, cost]) => cost))).toEqual(
      new Set([11])
    )
  })

  afterEach(() => jest.restoreAllMocks())
})
