import { Storefront } from "../helpers/use-storefront"
import {
  codeAfter,
  customer,
  follow,
  heading,
  openAccount,
  press,
  typeCode,
} from "./person"
import { expectGoodScreen } from "./screen"
import { Size } from "./sizes"

export function leaving(storefront: Storefront, size: Size) {
  const { store, open, refusals } = storefront

  it("asks for the deletion, and keeps the account without a login", async () => {
    const person = await customer(store)
    const page = await openAccount(storefront, person, size)
    await follow(page, "Delete the account")
    await heading(page, "Delete the account")
    await page.getByLabel("Why do you leave us?").fill("I move to Mars")
    await expectGoodScreen(page, "delete")
    const code = await codeAfter(store, person.phone, () =>
      press(page, "Send the code")
    )
    await expectGoodScreen(page, "delete-code")
    await typeCode(page, code)
    await heading(page, "The account will be deleted")
    await expectGoodScreen(page, "delete-done")

    const guest = await open("/login", size)
    await guest.getByLabel("Phone number").fill(person.phone)
    await follow(guest, "Keep an account that is being deleted")
    await heading(guest, "Keep your account")
    await expectGoodScreen(guest, "keep")
    const keep = await codeAfter(store, person.phone, () =>
      press(guest, "Send the code")
    )
    await typeCode(guest, keep)
    await heading(guest, "Your account stays")
    await expectGoodScreen(guest, "keep-done")
    expect(refusals()).toEqual([])
  })

  it("says that the deletion is scheduled already, and how to keep the account", async () => {
    const person = await customer(store)
    const page = await openAccount(storefront, person, size, "/account/delete")
    const code = await codeAfter(store, person.phone, () =>
      press(page, "Send the code")
    )
    await typeCode(page, code)
    await follow(page, "Back to the account")
    await follow(page, "Delete the account")
    await press(page, "Send the code")
    await page.getByText("scheduled already").waitFor()
    await expectGoodScreen(page, "delete-again")
    await follow(page, "Keep the account")
    await heading(page, "Keep your account")
    expect(refusals()).toEqual([
      "POST /store/customers/account-deletion/request 400",
    ])
  })
}
