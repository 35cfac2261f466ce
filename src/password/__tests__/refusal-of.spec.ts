import { refusalOf } from ".."

const RULES = { min_length: 8, refuse_common: true }

describe("refusalOf", () => {
  it.each([
    ["", "password_too_short"],
    ["1234567", "password_too_short"],
    // 7 code points in 14 UTF-16 units.
    ["😀".repeat(7), "password_too_short"],
    ["12345678", "password_common"],
    ["Password1", "password_common"],
    ["QWERTYUIOP", "password_common"],
  ])("refuses %j with %s", (password, code) => {
    const refusal = refusalOf(password, RULES)
    expect(refusal?.code).toBe(code)
    expect(refusal?.message).toMatch(/^[A-Z].*\.$/)
  })

  it.each([
    ["correct horse battery"],
    ["        8 spaces"],
    ["😀🐎🔋📎😀🐎🔋📎"],
    ["x7#kq2!m"],
  ])("accepts %j", (password) => {
    expect(refusalOf(password, RULES)).toBeUndefined()
  })

  it("goes by the rules of the store", () => {
    expect(
      refusalOf("password1", { min_length: 1, refuse_common: false })
    ).toBeUndefined()
    expect(
      refusalOf("correct horse", { min_length: 15, refuse_common: true })
        ?.message
    ).toContain("15")
  })
})
