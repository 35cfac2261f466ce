import { messageTo, messagesTo } from "../helpers/codes"
import { registerCustomer } from "../helpers/fixtures"
import { Storefront } from "../helpers/use-storefront"
import {
  codeAfter,
  customer,
  fillContacts,
  follow,
  heading,
  openAccount,
  press,
  somebody,
} from "./person"
import { expectGoodScreen } from "./screen"
import { Size } from "./sizes"

const PASSWORD = "purple monkey dishwasher"

const PASSWORD_PAGE = "/account/password"

export function recovering(storefront: Storefront, size: Size) {
  const { store, open, refusals } = storefront

  it("recovers the account by a code", async () => {
    const person = await customer(store)
    const page = await open("/login", size)
    await fillContacts(page, person, ["phone"])
    await follow(page, "Forgot your password?")
    await heading(page, "Forgot your password?")
    await expectGoodScreen(page, "recover")
    const code = await codeAfter(store, person.phone, () =>
      press(page, "Send the code")
    )
    await page.getByLabel("Code", { exact: true }).fill(code)
    await page.getByLabel("New password").fill(PASSWORD)
    await expectGoodScreen(page, "recover-code")
    await press(page, "Set the password")

    await heading(page, "Log in")
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD)
    await press(page, "Log in")
    await heading(page, "Hello, Ada")
    expect(refusals()).toEqual([])
  })

  it("sets a password for who is logged in, and knows none", async () => {
    const person = await customer(store)
    const page = await openAccount(storefront, person, size, PASSWORD_PAGE)
    await heading(page, "Change your password")
    await follow(page, "Forgot your password?")
    expect(await page.getByLabel("Phone number").inputValue()).not.toBe("")
    const code = await codeAfter(store, person.phone, () =>
      press(page, "Send the code")
    )
    await page.getByLabel("Code", { exact: true }).fill(code)
    await page.getByLabel("New password").fill(PASSWORD)
    await press(page, "Set the password")

    await heading(page, "Log in")
    await page.getByText("Log in with it.").waitFor()
    expect(await page.getByLabel("Phone number").inputValue()).not.toBe("")
    expect(refusals()).toEqual([])
  })

  it("sets a new password by the link of a mail, once", async () => {
    const person = somebody()
    const { email, phone, password } = person
    await registerCustomer(store, { email, password, profile: { phone } })
    const page = await open("/recover", size)
    await page.getByRole("radio", { name: "E-mail" }).check()
    await fillContacts(page, person, ["email"])
    await press(page, "Mail me a link instead")
    await heading(page, "Look into your mailbox")
    await expectGoodScreen(page, "recover-link")

    const { text = "" } = await messageTo(store, email)
    const link = new URL(/http\S+/.exec(text)![0])
    await page.goto(link.href)
    await heading(page, "Set a new password")
    expect(new URL(page.url()).search).toBe("")
    await page.getByLabel("New password").fill(PASSWORD)
    await expectGoodScreen(page, "reset")
    await press(page, "Set the password")
    await page.getByText("Log in with it.").waitFor()
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD)
    await press(page, "Log in")
    await heading(page, "Your account")

    await page.goto(link.href)
    await page.getByLabel("New password").fill(`${PASSWORD} again`)
    await press(page, "Set the password")
    await page.getByText("This link was used or has expired.").waitFor()
    expect(messagesTo(store, email)).toHaveLength(1)
    expect(refusals()).toEqual(["POST /auth/customer/emailpass/update 401"])
  })
}
