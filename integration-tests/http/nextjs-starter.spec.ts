import { ADDRESS, Delivery, openDelivery } from "../helpers/delivery"
import {
  freshEmail,
  freshPhone,
  lastCodeFor,
  PASSWORD,
} from "../helpers/fixtures"
import { customersWith } from "../helpers/rows"
import { useStore } from "../helpers/use-store"
import { SignUpForm, Storefront } from "./nextjs-starter/storefront"

/** The servers of the store, each with options of its own. */
const [VERIFYING, OPEN, BOTH] = [0, 1, 2]

const form = (fields: Partial<SignUpForm> = {}): SignUpForm => ({
  email: freshEmail(),
  password: PASSWORD,
  first_name: "Ann",
  last_name: "Other",
  phone: "",
  ...fields,
})

/** As the form of an address sends it: with empty texts for what was left empty. */
const TYPED_ADDRESS = {
  ...ADDRESS,
  company: "",
  address_2: "",
  province: "",
  phone: "",
  is_default_billing: false,
  is_default_shipping: true,
}

type Address = { id: string; city: string; is_default_billing: boolean }

const optionsOf = (options: object) => ({
  PLUGIN_OPTIONS: JSON.stringify(options),
})

describe("Medusa's starter for Next.js", () => {
  const store = useStore({
    servers: 3,
    perServer: [
      optionsOf({}),
      optionsOf({ registration: { require_verification: false } }),
      optionsOf({
        registration: { identifier: "both" },
        phone: { default_country: "US" },
      }),
    ],
  })
  let delivery: Delivery

  beforeAll(async () => {
    delivery = await openDelivery(store)
  }, 60_000)

  /** A visitor who has put a thing into the cart. */
  const visitor = async (server: number) => {
    const storefront = await Storefront.of(store, server)
    await storefront.addToCart(delivery.region_id, delivery.variant_id)
    return storefront
  }

  describe("in a store that asks for no verification", () => {
    it("signs up with an empty phone, takes the cart along, and signs out and in", async () => {
      const storefront = await visitor(OPEN)
      const { password, ...typed } = form()

      const customer = await storefront.signUp({ ...typed, password })

      expect(customer).toMatchObject({ ...typed, phone: null })
      expect(await storefront.me()).toMatchObject({
        email: typed.email,
        addresses: [],
        orders: [],
      })
      expect(await storefront.retrieveCart()).toMatchObject({
        email: typed.email,
        customer_id: Reflect.get(Object(customer), "id"),
      })
      await storefront.signOut()
      expect(await storefront.me()).toBeNull()
      expect(await storefront.signIn(typed.email, "wrong")).toMatch(/invalid/i)
      expect(await storefront.signIn(typed.email, password)).toBeUndefined()
      expect(await storefront.me()).toMatchObject({ email: typed.email })
    })

    it("shows why a sign-up is refused, and the next one goes on", async () => {
      const storefront = await Storefront.of(store, OPEN)
      const typed = form({ phone: "12" })

      expect(await storefront.signUp({ ...typed, password: "short" })).toMatch(
        /password/i
      )
      expect(await storefront.signUp(typed)).toMatch(/phone/i)
      expect(await storefront.signUp({ ...typed, phone: "" })).toMatchObject({
        email: typed.email,
      })
      const again = await Storefront.of(store, OPEN)
      expect(await again.signUp(typed)).toMatch(/exists/)
    })

    it("edits the name, and refuses the phone with a sentence", async () => {
      const storefront = await Storefront.of(store, OPEN)
      await storefront.signUp(form())
      const name = { first_name: "Anne", last_name: "Othersson" }

      expect(await storefront.update(name)).toMatchObject(name)
      expect(await storefront.update({ phone: "" })).toMatchObject(name)
      await expect(storefront.update({ phone: freshPhone() })).rejects.toThrow(
        /verification/
      )
      expect(await storefront.me()).toMatchObject({ ...name, phone: null })
    })

    it("keeps an address book with defaults", async () => {
      const storefront = await Storefront.of(store, OPEN)
      await storefront.signUp(form())
      const addresses = async () =>
        (await storefront.me())?.addresses as Address[]

      await storefront.addAddress(TYPED_ADDRESS)
      await storefront.addAddress({
        ...TYPED_ADDRESS,
        city: "Bonn",
        is_default_billing: true,
        is_default_shipping: false,
      })
      const [first, billing] = await addresses()
      expect(first).toMatchObject(TYPED_ADDRESS)
      expect(billing).toMatchObject({ city: "Bonn", is_default_billing: true })

      const { is_default_billing, is_default_shipping, ...edited } = {
        ...TYPED_ADDRESS,
        city: "Hamburg",
        phone: freshPhone(),
      }
      await storefront.editAddress(first.id, edited)
      expect(
        (await addresses()).find(({ id }) => id === first.id)
      ).toMatchObject({ ...edited, is_default_billing, is_default_shipping })
      await storefront.deleteAddress(billing.id)
      expect(await addresses()).toMatchObject([{ id: first.id }])
    })

    it("checks out, lists the order, and takes over that of a guest", async () => {
      const guest = await visitor(OPEN)
      const address = { shipping_address: ADDRESS, billing_address: ADDRESS }
      const email = freshEmail()
      const guests = await guest.checkOut(
        { ...address, email },
        delivery.option_id
      )
      const storefront = await visitor(OPEN)
      const typed = form()
      await storefront.signUp(typed)
      const own = await storefront.checkOut(
        { ...address, email: typed.email },
        delivery.option_id
      )
      expect(await storefront.orders()).toEqual([own])

      expect(await storefront.requestTransfer(guests)).toMatchObject({ email })
      const { rows } = await store.db.query<{ token: string }>(
        `select details->>'token' as token from order_change_action
         where order_id = $1 and action = 'TRANSFER_CUSTOMER'`,
        [guests]
      )
      await guest.acceptTransfer(guests, rows[0].token)

      expect((await storefront.orders()).sort()).toEqual([own, guests].sort())
      expect((await storefront.me())?.orders).toHaveLength(2)
    })
  })

  describe("in a store that verifies e-mails", () => {
    it("shows that the account is not verified, goes on shopping, and signs in once it is", async () => {
      const storefront = await visitor(VERIFYING)
      const { password, ...typed } = form()

      const shown = await storefront.signUp({ ...typed, password })

      expect(shown).toMatch(/not verified/)
      const [customer] = await customersWith(store, typed.email)
      expect(customer).toMatchObject({
        ...typed,
        phone: null,
        has_account: true,
      })
      // The starter has the token of the registration in its cookie.
      expect(storefront.token).toBeTruthy()
      expect(await storefront.me()).toBeNull()
      await storefront.addToCart(delivery.region_id, delivery.variant_id)
      expect(await storefront.retrieveCart()).toMatchObject({
        items: [{ quantity: 2 }],
      })
      expect(await storefront.signIn(typed.email, password)).toMatch(
        /not verified/
      )

      const sent = await store.api("POST", "/store/customers/otp/send", {
        body: { customer_id: customer.id, type: "email_verification" },
      })
      await store.api("POST", "/store/customers/otp/verify", {
        body: {
          token: sent.body.token,
          code: await lastCodeFor(store, typed.email),
        },
      })

      expect(await storefront.signIn(typed.email, password)).toBeUndefined()
      expect(await storefront.me()).toMatchObject({ email: typed.email })
      expect(await storefront.retrieveCart()).toMatchObject({
        customer_id: customer.id,
      })
    })
  })

  describe("in a store that registers by e-mail and phone", () => {
    it("asks for the phone that was left empty, and takes it in the country's spelling", async () => {
      const storefront = await visitor(BOTH)
      const typed = form()

      expect(await storefront.signUp(typed)).toMatch(/phone/i)
      const phone = freshPhone()
      const national = phone.replace("+1", "").replace(/(...)(...)/, "($1) $2-")

      expect(await storefront.signUp({ ...typed, phone: national })).toMatch(
        /not verified/
      )

      expect(await customersWith(store, typed.email)).toMatchObject([{ phone }])
    })
  })
})
