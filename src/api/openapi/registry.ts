import { adminDeletionRoutes } from "../admin/account-deletion-requests/openapi"
import { adminCustomerRoutes } from "../admin/customers/openapi"
import { authRoutes } from "../auth/openapi"
import { accountDeletionRoutes } from "../store/customers/account-deletion/openapi"
import { accountRoutes } from "../store/customers/me/openapi"
import { storeCustomerRoutes } from "../store/customers/openapi"
import { codeLoginRoutes } from "../store/customers/login/openapi"
import { recoveryRoutes } from "../store/customers/password/openapi"
import type { Entry } from "./entry"

/** Every route of the plugin, and those of Medusa's that it guards, in the order of the document. */
export const ROUTES: Entry[] = [
  ...authRoutes,
  ...storeCustomerRoutes,
  ...accountRoutes,
  ...codeLoginRoutes,
  ...recoveryRoutes,
  ...accountDeletionRoutes,
  ...adminDeletionRoutes,
  ...adminCustomerRoutes,
]
