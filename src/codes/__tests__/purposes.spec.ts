import { readFileSync } from "node:fs"
import path from "node:path"
import { CONTACTS } from "../../contact"
import { OTP_PURPOSES, PURPOSES, VERIFICATION_TYPES } from "../purposes"

const MIGRATION = path.resolve(
  __dirname,
  "../../modules/otp-verification/migrations/Migration20251127140000AddLoginPurpose.ts"
)

describe("The table of purposes", () => {
  it("has the purposes that the database accepts", () => {
    const [, list = ""] =
      /check \("purpose" in \(([^)]+)\)\)/.exec(
        readFileSync(MIGRATION, "utf8")
      ) ?? []
    const accepted = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name)
    expect([...OTP_PURPOSES].sort()).toEqual(accepted.sort())
  })

  it("has one verification for each kind of contact", () => {
    expect(VERIFICATION_TYPES.map((type) => PURPOSES[type].verifies)).toEqual([
      ...CONTACTS,
    ])
    expect(VERIFICATION_TYPES).toEqual(
      CONTACTS.map((contact) => `${contact}_verification`)
    )
  })

  it("names no customer in the token of an anonymous request", () => {
    for (const { anonymous, claims } of Object.values(PURPOSES)) {
      expect("customer_id" in claims.shape).toBe(!anonymous)
    }
  })
})
