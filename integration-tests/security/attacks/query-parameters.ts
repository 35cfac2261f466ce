import {
  codeOf,
  freshPhone,
  messageTo,
  registerCustomer,
} from "../../helpers/fixtures"
import { liveCodes, send, verify } from "../../helpers/otp"
import { Store } from "../../helpers/store"

/** A code or a token in the URL, where proxies and browsers keep it. */
export function queryParameters(store: Store) {
  it("A code and a token in the query are none, alone or beside a body, and count no guess", async () => {
    const { customer, phone } = await registerCustomer(store, {
      phone: freshPhone(),
    })
    const { body } = await send(store, customer.id)
    const { token } = body as { token: string }
    const code = codeOf(await messageTo(store, phone))
    const path = "/store/customers/otp/verify"

    for (const [query, typed] of [
      [`token=${token}&code=${code}`, {}],
      [`token=${token}&code=${code}`, undefined],
      [`code=${code}&code=000000`, { token }],
      [`token=${token}`, { code }],
    ] as const) {
      const refused = await store.api("POST", `${path}?${query}`, {
        body: typed,
      })
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "invalid_data" },
      })
    }

    expect(await liveCodes(store, customer.id)).toMatchObject([{ attempts: 0 }])
    expect((await verify(store, token, code)).status).toBe(200)
  })
}
