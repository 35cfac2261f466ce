import {
  codeOf,
  freshPhone,
  messageTo,
  registerCustomer,
} from "../../helpers/fixtures"
import { liveCodes, send, verify } from "../../helpers/otp"
import { Store } from "../../helpers/store"

/** What is left of a code and its token when the next code is sent. */
export function supersededCodes(store: Store) {
  it("An old token opens nothing with the new code, nor a new token with the old code", async () => {
    const { customer, phone } = await registerCustomer(store, {
      phone: freshPhone(),
    })
    const sendNth = async (nth: number) => {
      const { body } = await send(store, customer.id)
      const code = codeOf(await messageTo(store, phone, nth))
      return { token: body.token as string, code }
    }
    const old = await sendNth(1)
    const current = await sendNth(2)

    expect(await liveCodes(store, customer.id)).toHaveLength(1)
    expect(await verify(store, old.token, current.code)).toMatchObject({
      status: 400,
      body: { code: "otp_expired" },
    })
    expect(await verify(store, old.token, old.code)).toMatchObject({
      status: 400,
      body: { code: "otp_expired" },
    })
    expect(await verify(store, current.token, old.code)).toMatchObject({
      status: 400,
      body: { code: "otp_invalid" },
    })
    const proven = await verify(store, current.token, current.code)
    expect(proven.status).toBe(200)
  })
}
