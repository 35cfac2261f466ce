import { messageTo } from "../helpers/codes"
import { freshEmail, freshPhone } from "../helpers/fixtures"
import { Storefront } from "../helpers/use-storefront"
import {
  codeAfter,
  customer,
  follow,
  heading,
  keptToken,
  openAccount,
  press,
  typeCode,
} from "./person"
import { expectGoodScreen } from "./screen"
import { Size } from "./sizes"

export function keepingAccount(storefront: Storefront, size: Size) {
  const { store, open, refusals } = storefront

  it("edits the name and verifies the second contact", async () => {
    const person = await customer(store)
    const page = await openAccount(storefront, person, size)
    await press(page, "Edit the name")
    await page.getByLabel("First name").fill("Augusta")
    await expectGoodScreen(page, "account-name")
    await press(page, "Save")
    await heading(page, "Hello, Augusta")
    await page.getByText("Augusta Lovelace").waitFor()

    const code = await codeAfter(store, person.email, () =>
      follow(page, "Verify: E-mail")
    )
    await heading(page, "Enter the code")
    await typeCode(page, code)
    await page.getByText("Thank you, that is verified.").waitFor()
    const badges = page.getByText("Verified", { exact: true })
    await badges.nth(1).waitFor()
    expect(refusals()).toEqual([])
  })

  it("changes the phone; its old owner undoes that by the link", async () => {
    const person = await customer(store)
    const phone = freshPhone()
    const page = await openAccount(storefront, person, size)
    await follow(page, "Change: Phone")
    await heading(page, "Change your phone number")
    await expectGoodScreen(page, "change-phone")
    await page.getByLabel("New phone number").fill(phone)
    const code = await codeAfter(store, phone, () =>
      press(page, "Send the code")
    )
    await typeCode(page, code)
    await page.getByText("Your new contact is saved.").waitFor()
    await expectGoodScreen(page, "account-changed")

    const { text = "" } = await messageTo(store, person.phone, 2)
    const link = new URL(/http\S+/.exec(text)![0])
    const undo = await open(link.pathname + link.search, size)
    await heading(undo, "Undo the change")
    expect(new URL(undo.url()).search).toBe("")
    await expectGoodScreen(undo, "undo")
    await press(undo, "Undo the change")
    await heading(undo, "Your old phone number is back.")
    await expectGoodScreen(undo, "undo-done")

    await page.reload()
    await heading(page, "Log in")
    expect(refusals()).toEqual(["GET /store/customers/me 401"])
  })

  it("changes the e-mail", async () => {
    const person = await customer(store)
    const email = freshEmail()
    const page = await openAccount(storefront, person, size)
    await follow(page, "Change: E-mail")
    await page.getByLabel("New e-mail address").fill(email)
    const code = await codeAfter(store, email, () =>
      press(page, "Send the code")
    )
    await typeCode(page, code)
    await page.getByText(email).waitFor()
    expect(refusals()).toEqual([])
  })

  it("changes the password, with its strength on the way", async () => {
    const person = await customer(store)
    const page = await openAccount(storefront, person, size)
    await follow(page, "Change the password")
    await heading(page, "Change your password")
    const password = page.getByLabel("New password")
    await password.fill("short")
    await page.getByText("Too short").waitFor()
    await password.fill("aaaaaaaaaaaa")
    await page.getByText("Weak").waitFor()
    await password.fill("purple monkey dishwasher")
    await page.getByText("Strong").waitFor()
    await page.getByLabel("Old password").fill("not the password")
    await expectGoodScreen(page, "password")
    await press(page, "Change the password")
    await page.getByText("The old password is wrong.").waitFor()
    await page.getByLabel("Old password").fill(person.password)
    await press(page, "Change the password")

    await page.getByText("Your new password is set.").waitFor()
    expect(await keptToken(page)).not.toBe(person.token)
    expect(refusals()).toEqual(["POST /store/customers/me/password 400"])
  })

  it("signs out everywhere else", async () => {
    const person = await customer(store)
    const here = await openAccount(storefront, person, size)
    const there = await openAccount(storefront, person, size)
    await heading(there, "Hello, Ada")
    await press(here, "Sign out everywhere else")
    await here.getByText("All other devices are signed out.").waitFor()

    await press(there, "Edit the name")
    await press(there, "Save")
    await heading(there, "Log in")
    await there.getByText("You were signed out").waitFor()
    await expectGoodScreen(there, "signed-out")
    await here.reload()
    await heading(here, "Hello, Ada")
    expect(refusals()).toEqual(["POST /store/customers/me 401"])
  })
}
