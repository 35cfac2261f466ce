import {
  authenticate,
  validateAndTransformQuery,
  type AuthenticatedMedusaRequest,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { PluginError } from "../../../errors"
import {
  customerQueryConfig,
  StoreGetCustomerParams,
} from "../../../medusa/handlers"
import { CUSTOMER_REGISTRATION_MODULE } from "../../../modules/customer-registration"
import {
  checkSession,
  knownSession,
  readToken,
} from "../../utils/check-session"
import { gateSession } from "../../auth/gate"
import { validateBody } from "../../utils/validation"
import { withErrors } from "../../utils/with-errors"
import { storeChangePassword } from "./me/password/route"
import { storeConfirmRecovery } from "./password/confirm/route"
import {
  normalizeProfile,
  normalizeRegistration,
  restoreEmail,
  storeNewContact,
  storeOneContact,
  StoreRequestDeletion,
  StoreSendOtp,
  StoreUndoContactChange,
  StoreVerifyOtp,
} from "./validators"

// Refuses a token whose customer was erased. Tokens are stateless and outlive an erasure, and Medusa's routes would
// still write under the old id.
const requireCustomer = withErrors(
  async (req: AuthenticatedMedusaRequest, res, next) => {
    const { actor_id } = req.auth_context
    const session = knownSession(res, actor_id)
    const customer = session
      ? session.contacts
      : await req.scope
          .resolve(CUSTOMER_REGISTRATION_MODULE)
          .retrieveContacts(actor_id)
    if (!customer) {
      throw new PluginError("customer_gone")
    }
    next()
  }
)

/** Strangers call these routes as well; who shows the customer's own token has limits apart from theirs. */
const ownToken = readToken(["session", "bearer"])

export const storeCustomerMiddlewares: MiddlewareRoute[] = [
  // Without methods, so that it runs before all that authenticates, on Medusa's routes and the store's own.
  { matcher: "/store", middlewares: [checkSession] },
  // Without methods, so that it runs before Medusa's validation of the body. It also runs on every route below and, by
  // its own check of method and path, does nothing there.
  { matcher: "/store/customers", middlewares: [normalizeRegistration] },
  {
    matcher: "/store/customers",
    methods: ["POST"],
    middlewares: [restoreEmail],
  },
  {
    // Only the methods that write: a GET finds no customer who was erased.
    matcher: "/store/customers/me*",
    methods: ["POST", "PUT", "PATCH", "DELETE"],
    middlewares: [requireCustomer],
  },
  {
    // With the star, so that it runs after Medusa's authentication and before Medusa's validation of the body. It also
    // runs on the routes below /me and, by its own check of the path, does nothing there.
    matcher: "/store/customers/me*",
    methods: ["POST", "PATCH"],
    middlewares: [normalizeProfile],
  },
  {
    // Medusa parses `fields` for its own methods, to which PATCH does not belong.
    matcher: "/store/customers/me",
    methods: ["PATCH"],
    middlewares: [
      validateAndTransformQuery(StoreGetCustomerParams, customerQueryConfig),
    ],
  },
  {
    matcher: "/store/customers/otp/send",
    methods: ["POST"],
    middlewares: [ownToken, validateBody(StoreSendOtp)],
  },
  {
    matcher: "/store/customers/otp/verify",
    methods: ["POST"],
    middlewares: [validateBody(StoreVerifyOtp)],
  },
  {
    matcher: "/store/customers/me/contact",
    methods: ["POST"],
    middlewares: [gateSession, validateBody(storeNewContact)],
  },
  {
    matcher: "/store/customers/me/contact/verify",
    methods: ["POST"],
    middlewares: [gateSession, validateBody(StoreVerifyOtp)],
  },
  {
    matcher: "/store/customers/contact-change/undo",
    methods: ["POST"],
    middlewares: [validateBody(StoreUndoContactChange)],
  },
  {
    matcher: "/store/customers/me/password",
    methods: ["POST"],
    middlewares: [gateSession, validateBody(storeChangePassword)],
  },
  {
    matcher: "/store/customers/login/request",
    methods: ["POST"],
    middlewares: [ownToken, validateBody(storeOneContact)],
  },
  {
    matcher: "/store/customers/login/confirm",
    methods: ["POST"],
    middlewares: [validateBody(StoreVerifyOtp)],
  },
  {
    matcher: "/store/customers/password/request",
    methods: ["POST"],
    middlewares: [ownToken, validateBody(storeOneContact)],
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
    middlewares: [ownToken, validateBody(storeOneContact)],
  },
  {
    matcher: "/store/customers/account-deletion/cancel-confirm",
    methods: ["POST"],
    middlewares: [validateBody(StoreVerifyOtp)],
  },
]
