import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../utils/validate-body"
import { readProfile } from "./read-profile"
import { readRegistration } from "./read-registration"
import { StoreSendOtp, StoreVerifyOtp } from "./validators"

export const storeCustomerMiddlewares: MiddlewareRoute[] = [
  // Without methods: it comes before Medusa's validation of the body.
  { matcher: "/store/customers", middlewares: [readRegistration] },
  {
    // With the star: it comes after Medusa's authentication and before Medusa's validation of the body.
    matcher: "/store/customers/me*",
    methods: ["POST", "PATCH"],
    middlewares: [readProfile],
  },
  {
    matcher: "/store/customers/otp/send",
    methods: ["POST"],
    middlewares: [validateBody(StoreSendOtp)],
  },
  {
    matcher: "/store/customers/otp/verify",
    methods: ["POST"],
    middlewares: [validateBody(StoreVerifyOtp)],
  },
]
