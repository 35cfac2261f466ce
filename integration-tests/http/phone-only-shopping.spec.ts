import { useStore } from "../helpers/use-store"
import { checkouts } from "./phone-only-shopping/checkout"
import { openCarts } from "./phone-only-shopping/open-carts"
import { orderEmails } from "./phone-only-shopping/order-emails"
import { Checkout } from "./phone-only-shopping/shopper"
import { otherRoutes } from "./phone-only-shopping/other-routes"

describe("A store whose customers may have no e-mail", () => {
  const store = useStore({
    options: {
      registration: { identifier: "phone" },
      email_verification: { resendThrottleSeconds: 0 },
      phone_verification: { resendThrottleSeconds: 0 },
      limits: { per_destination_hour: false, per_destination_day: false },
    },
  })
  const shop = new Checkout(store)

  checkouts(shop)
  orderEmails(shop)
  otherRoutes(shop)
  openCarts(shop)
})
