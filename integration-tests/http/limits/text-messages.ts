import { registerCustomer } from "../../helpers/fixtures"
import { send } from "../../helpers/otp"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"
import { SMS_PER_DAY } from "./settings"

/** In a store with two servers that registers by phone. */
export function textMessages(store: Store) {
  it("The log warns once at 80 % of the text messages, and once when they are used up, without a contact", async () => {
    const warnings = () =>
      store.log().match(/\d of 5 text messages of limits.sms_per_day/g) ?? []
    const customers = await Promise.all(
      Array.from({ length: SMS_PER_DAY + 2 }, () =>
        registerCustomer(store, { provider: "phonepass" })
      )
    )
    const sendTo = ({ customer }: (typeof customers)[number], nth: number) =>
      send(store, customer.id, "phone_verification", { server: nth % 2 })

    await Promise.all(customers.slice(0, 3).map(sendTo))
    expect(warnings()).toEqual([])

    await Promise.all(customers.slice(3).map(sendTo))

    await waitFor("the warnings", () =>
      warnings().length === 2 ? true : undefined
    )
    expect(
      warnings()
        .map(([used]) => used)
        .sort()
    ).toEqual(["4", "5"])
    for (const { phone } of customers) {
      expect(store.log()).not.toContain(phone)
    }
  })
}
