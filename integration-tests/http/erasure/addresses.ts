import { randomUUID } from "node:crypto"
import { admin } from "../../helpers/account-deletion"
import { insertConfirmedRequest } from "../../helpers/deletion-rows"
import { tablesWith } from "../../helpers/dump"
import {
  freshEmail,
  freshPhone,
  verifiedCustomer,
} from "../../helpers/fixtures"
import { Store } from "../../helpers/store"

export function strayAddresses(store: Store) {
  let region: string

  beforeAll(async () => {
    const { body } = await store.api("POST", "/admin/regions", {
      token: await store.adminToken(),
      body: { name: "Here", currency_code: "usd", countries: ["gb"] },
    })
    region = body.region.id
  })

  const openCart = async (email: string, token?: string): Promise<string> => {
    const { status, body } = await store.api("POST", "/store/carts", {
      token,
      body: { region_id: region, email },
    })
    expect(status).toBe(200)
    return body.cart.id
  }

  /** Types an address into a cart, as a checkout does, and then another: the first is in no cart any more. */
  const retype = async (cart: string, first: object, second: object) => {
    for (const shipping_address of [first, second]) {
      const { status } = await store.api("POST", `/store/carts/${cart}`, {
        body: { shipping_address },
      })
      expect(status).toBe(200)
    }
  }

  const streetsLeft = async (streets: string[]): Promise<string[]> => {
    const { rows } = await store.db.query<{ address_1: string }>(
      "select address_1 from cart_address where address_1 = any($1) order by 1",
      [streets]
    )
    return rows.map(({ address_1 }) => address_1)
  }

  it("empties addresses with the customer's name or phone, and none of a namesake's cart", async () => {
    const name = {
      first_name: `Ada${randomUUID()}`,
      last_name: `Byron${randomUUID()}`,
    }
    const leaving = await verifiedCustomer(store, {
      provider: "phonepass",
      email: freshEmail(),
      profile: name,
    })
    const own = [1, 2, 3, 4].map((nr) => `Stray ${nr} ${randomUUID()}`)
    const cart = await openCart(leaving.email, leaving.token)
    const here = { country_code: "gb" }
    await retype(
      cart,
      { ...here, ...name, address_1: own[0] },
      { ...here, address_1: own[1], phone: leaving.phone }
    )
    await retype(
      cart,
      { ...here, address_1: own[2], phone: leaving.phone },
      { ...here, address_1: own[3] }
    )
    // Streets alone tell the rows apart: each of the four is there, and the cart has the last.
    expect(await streetsLeft(own)).toEqual(own)
    const namesake = `Elsewhere ${randomUUID()}`
    await retype(
      await openCart(freshEmail()),
      { ...here, address_1: "Elsewhere", phone: freshPhone() },
      { ...here, ...name, address_1: namesake }
    )

    const id = await insertConfirmedRequest(store, leaving.customer.id)
    const { status } = await admin(store, "POST", `/${id}/execute`)
    expect(status).toBe(200)
    expect(await streetsLeft(own)).toEqual([])
    expect(await tablesWith(store, [leaving.phone])).toEqual([])
    expect(await streetsLeft([namesake])).toEqual([namesake])
  })

  it("empties more addresses than one batch has", async () => {
    const leaving = await verifiedCustomer(store, { phone: freshPhone() })
    const street = `Stray ${randomUUID()}`
    await store.db.query(
      `insert into cart_address (id, customer_id, address_1)
       select 'caaddr_' || $2 || nr, $1, $2 from generate_series(1, 250) as nr`,
      [leaving.customer.id, street]
    )
    const id = await insertConfirmedRequest(store, leaving.customer.id)
    const { status } = await admin(store, "POST", `/${id}/execute`)
    expect(status).toBe(200)
    expect(await streetsLeft([street])).toEqual([])
  })
}
