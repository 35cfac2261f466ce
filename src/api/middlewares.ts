import { defineMiddlewares } from "@medusajs/framework/http"
import { adminAccountDeletionMiddlewares } from "./admin/account-deletion-requests/middlewares"
import { adminCustomerMiddlewares } from "./admin/customers/middlewares"
import { adminOrderMiddlewares } from "./admin/orders/middlewares"
import { authMiddlewares } from "./auth/middlewares"
import { storeCartMiddlewares } from "./store/carts/middlewares"
import { storeCustomerMiddlewares } from "./store/customers/middlewares"
import { codeRefusals, handleErrors } from "./utils/code-refusals"

export default defineMiddlewares({
  errorHandler: handleErrors,
  routes: [
    // Without methods and before all others: answers leave through it last.
    { matcher: "/store", middlewares: [codeRefusals] },
    { matcher: "/auth", middlewares: [codeRefusals] },
    { matcher: "/admin", middlewares: [codeRefusals] },
    ...authMiddlewares,
    ...storeCustomerMiddlewares,
    ...storeCartMiddlewares,
    ...adminAccountDeletionMiddlewares,
    ...adminCustomerMiddlewares,
    ...adminOrderMiddlewares,
  ],
})
