import { wrongCode } from "../helpers/otp"
import { Storefront } from "../helpers/use-storefront"
import {
  codeAfter,
  customer,
  fillContacts,
  heading,
  keptToken,
  NOT_PROVEN_YET,
  press,
  somebody,
  typeCode,
} from "./person"
import { expectGoodScreen } from "./screen"
import { Size } from "./sizes"

export function signingUp({ store, open, refusals }: Storefront, size: Size) {
  it("signs up by phone, mistypes the code, and is in", async () => {
    const person = somebody()
    const page = await open("/sign-up", size)
    await heading(page, "Create your account")
    await expectGoodScreen(page, "sign-up")

    await fillContacts(page, person, ["phone", "email"])
    await page.getByLabel("Password", { exact: true }).fill(person.password)
    await page.getByLabel("First name").fill("Ada")
    const code = await codeAfter(store, person.phone, () =>
      press(page, "Create account")
    )
    await heading(page, "Enter the code")
    await expectGoodScreen(page, "code")
    await typeCode(page, wrongCode(code))
    await page.getByText("This code is wrong").waitFor()
    await expectGoodScreen(page, "code-wrong")
    await typeCode(page, code)

    await heading(page, "Hello, Ada")
    await page.getByText("Your account is ready.").waitFor()
    await expectGoodScreen(page, "account")
    expect(await page.getByText("Verified", { exact: true }).count()).toBe(1)
    expect(await keptToken(page)).toMatch(/^eyJ/)
    expect(refusals()).toEqual([
      NOT_PROVEN_YET,
      "POST /store/customers/otp/verify 400",
    ])
  })

  it("signs up by e-mail", async () => {
    const person = somebody()
    const page = await open("/sign-up", size)
    await page.getByRole("radio", { name: "E-mail" }).check()
    await fillContacts(page, person, ["phone", "email"])
    await page.getByLabel("Password", { exact: true }).fill(person.password)
    const code = await codeAfter(store, person.email, () =>
      press(page, "Create account")
    )
    await typeCode(page, code)

    await heading(page, "Your account")
    expect(refusals()).toEqual([NOT_PROVEN_YET])
  })

  it("says what is missing, and what the server does not take", async () => {
    const { phone, email } = await customer(store)
    const page = await open("/sign-up", size)
    await press(page, "Create account")
    await page.getByText("Please fill this in.").first().waitFor()
    const focused = "document.activeElement.type"
    expect(await page.evaluate(focused)).toBe("tel")
    await expectGoodScreen(page, "sign-up-missing")

    await fillContacts(page, { phone, email, password: "" }, ["phone", "email"])
    await page.getByLabel("Password", { exact: true }).fill("password1")
    await press(page, "Create account")
    await page.getByText("attackers try first").waitFor()
    await page.getByLabel("Password", { exact: true }).fill("another password")
    await press(page, "Create account")
    await page.getByText("There is an account with this contact").waitFor()
    await expectGoodScreen(page, "sign-up-refused")
    const path = "POST /auth/customer/phonepass/register"
    expect(refusals()).toEqual([`${path} 400`, `${path} 401`])
  })

  it("formats a number while it is typed, and takes one of another country", async () => {
    const page = await open("/sign-up", size)
    const phone = page.getByLabel("Phone number")
    await phone.pressSequentially("2133734253")
    expect(await phone.inputValue()).toBe("(213) 373-4253")
    await phone.press("Backspace")
    await phone.fill("")
    await phone.pressSequentially("+493012345678")
    expect(await phone.inputValue()).toBe("+49 30 12345678")
    expect(await page.getByLabel("Country").inputValue()).toBe("DE")
    await page.getByLabel("Country").selectOption("FR")
    await phone.fill("")
    await phone.pressSequentially("0612345678")
    expect(await phone.inputValue()).toBe("06 12 34 56 78")
  })
}
