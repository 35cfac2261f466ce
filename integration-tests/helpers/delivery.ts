import { HttpResponse } from "./http"
import { Store } from "./store"

/** What a customer puts in a cart, and how it is sent to them. */
export type Delivery = {
  region_id: string
  variant_id: string
  option_id: string
  sales_channel_id: string
}

export const ADDRESS = {
  first_name: "Ann",
  last_name: "Other",
  address_1: "1 Main Street",
  city: "Berlin",
  country_code: "de",
  postal_code: "10115",
}

/** Opens a shop in Germany with one thing that costs 10 euros and is sent for 5. */
export async function openDelivery(store: Store): Promise<Delivery> {
  const create = async (path: string, body: object) =>
    (await adminAsk(store, "POST", path, body)).body
  const [{ sales_channels }, { shipping_profiles }] = await Promise.all(
    ["/admin/sales-channels", "/admin/shipping-profiles"].map(
      async (path) => (await adminAsk(store, "GET", path)).body
    )
  )
  const channel = sales_channels[0].id as string
  const profile =
    shipping_profiles[0] ??
    (
      await create("/admin/shipping-profiles", {
        name: "Parcels",
        type: "default",
      })
    ).shipping_profile
  const { region } = await create("/admin/regions", {
    name: "Germany",
    currency_code: "eur",
    countries: ["de"],
    payment_providers: ["pp_system_default"],
  })
  const { product } = await create("/admin/products", {
    title: "A thing to send",
    status: "published",
    shipping_profile_id: profile.id,
    options: [{ title: "Size", values: ["One"] }],
    variants: [
      {
        title: "One",
        options: { Size: "One" },
        manage_inventory: false,
        prices: [{ currency_code: "eur", amount: 10 }],
      },
    ],
    sales_channels: [{ id: channel }],
  })
  return {
    region_id: region.id,
    variant_id: product.variants[0].id,
    option_id: await parcels(create, channel, profile.id),
    sales_channel_id: channel,
  }
}

/** A way to send things to Germany → the id of its shipping option. */
async function parcels(
  create: (path: string, body: object) => Promise<HttpResponse["body"]>,
  salesChannel: string,
  shipping_profile_id: string
): Promise<string> {
  const provider_id = "manual_manual"
  const { stock_location } = await create("/admin/stock-locations", {
    name: "Berlin",
  })
  const location = `/admin/stock-locations/${stock_location.id}`
  await create(`${location}/sales-channels`, { add: [salesChannel] })
  await create(`${location}/fulfillment-providers`, { add: [provider_id] })
  const {
    stock_location: {
      fulfillment_sets: [set],
    },
  } = await create(`${location}/fulfillment-sets?fields=*fulfillment_sets`, {
    name: "Parcels",
    type: "shipping",
  })
  const { fulfillment_set } = await create(
    `/admin/fulfillment-sets/${set.id}/service-zones?fields=*service_zones`,
    { name: "Germany", geo_zones: [{ type: "country", country_code: "de" }] }
  )
  const { shipping_option } = await create("/admin/shipping-options", {
    name: "Parcel",
    price_type: "flat",
    provider_id,
    shipping_profile_id,
    service_zone_id: fulfillment_set.service_zones[0].id,
    type: { label: "Parcel", description: "In a box", code: "parcel" },
    prices: [{ currency_code: "eur", amount: 5 }],
  })
  return shipping_option.id as string
}

/** A request of the store's admin, which must succeed. */
export async function adminAsk(
  store: Store,
  method: string,
  path: string,
  body?: object
): Promise<HttpResponse> {
  const token = await store.adminToken()
  const answer = await store.api(method, path, { token, body })
  expect([path, answer.status, answer.status === 200 || answer.body]).toEqual([
    path,
    200,
    true,
  ])
  return answer
}
