import { defineMiddlewares } from "@medusajs/framework/http"
import { adminAccountDeletionMiddlewares } from "./admin/account-deletion-requests/middlewares"
import { adminCustomerMiddlewares } from "./admin/customers/middlewares"
import { authMiddlewares } from "./auth/middlewares"
import { storeCustomerMiddlewares } from "./store/customers/middlewares"

export default defineMiddlewares({
  routes: [
    ...authMiddlewares,
    ...storeCustomerMiddlewares,
    ...adminAccountDeletionMiddlewares,
    ...adminCustomerMiddlewares,
  ],
})
