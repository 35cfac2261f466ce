import {
  authenticate,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import {
  customerQueryConfig,
  StoreGetCustomerParams,
} from "../../../medusa/handlers"
import { validateBody } from "../../utils/validation"
import { readProfile } from "./read-profile"
import { readRegistration } from "./read-registration"
import { requireCustomer } from "./require-customer"
import {
  storeChangePassword,
  storeConfirmRecovery,
  storeNewContact,
  storeOneContact,
  StoreRequestDeletion,
  StoreSendOtp,
  StoreVerifyOtp,
} from "./validators"

export const storeCustomerMiddlewares: MiddlewareRoute[] = [
  // Without methods: it comes before Medusa's validation of the body.
  { matcher: "/store/customers", middlewares: [readRegistration] },
  {
    // What writes: reading finds nothing of a customer who is gone.
    matcher: "/store/customers/me*",
    methods: ["POST", "PUT", "PATCH", "DELETE"],
    middlewares: [requireCustomer],
  },
  {
    // With the star: it comes after Medusa's authentication and before Medusa's validation of the body.
    matcher: "/store/customers/me*",
    methods: ["POST", "PATCH"],
    middlewares: [readProfile],
  },
  {
    // Medusa reads `fields` on the methods that it knows, and it does not know PATCH.
    matcher: "/store/customers/me",
    methods: ["PATCH"],
    middlewares: [
      validateAndTransformQuery(StoreGetCustomerParams, customerQueryConfig),
    ],
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
    middlewares: [validateBody(storeNewContact)],
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
  {
    matcher: "/store/customers/account-deletion/request",
    methods: ["POST"],
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateBody(StoreRequestDeletion),
    ],
  },
  {
    matcher: "/store/customers/account-deletion/confirm",
    methods: ["POST"],
    middlewares: [validateBody(StoreVerifyOtp)],
  },
  {
    matcher: "/store/customers/account-deletion/cancel-request",
    methods: ["POST"],
    middlewares: [validateBody(storeOneContact)],
  },
  {
    matcher: "/store/customers/account-deletion/cancel-confirm",
    methods: ["POST"],
    middlewares: [validateBody(StoreVerifyOtp)],
  },
]
