import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../utils/validate-body"
import { readRegistration } from "./read-registration"
import { refuseContactChange } from "./refuse-contact-change"
import {
  storeChangePassword,
  storeConfirmRecovery,
  storeOneContact,
  StorePatchCustomer,
  StoreSendOtp,
  StoreVerifyOtp,
} from "./validators"

export const storeCustomerMiddlewares: MiddlewareRoute[] = [
  // Without methods: it comes before Medusa's validation of the body.
  { matcher: "/store/customers", middlewares: [readRegistration] },
  {
    // With the star: it comes after Medusa's authentication and before Medusa's validation of the body.
    matcher: "/store/customers/me*",
    methods: ["POST", "PATCH"],
    middlewares: [refuseContactChange],
  },
  {
    matcher: "/store/customers/me",
    methods: ["PATCH"],
    middlewares: [validateBody(StorePatchCustomer)],
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
  {
    matcher: "/store/customers/me/contact",
    methods: ["POST"],
    middlewares: [validateBody(storeOneContact)],
  },
  {
    matcher: "/store/customers/me/contact/verify",
    methods: ["POST"],
    middlewares: [validateBody(StoreVerifyOtp)],
  },
  {
    matcher: "/store/customers/me/password",
    methods: ["POST"],
    middlewares: [validateBody(storeChangePassword)],
  },
  {
    matcher: "/store/customers/password/request",
    methods: ["POST"],
    middlewares: [validateBody(storeOneContact)],
  },
  {
    matcher: "/store/customers/password/confirm",
    methods: ["POST"],
    middlewares: [validateBody(storeConfirmRecovery)],
  },
]
