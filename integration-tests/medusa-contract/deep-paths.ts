/** What the plugin imports of Medusa's compiled files. Where one has moved, a store with the plugin does not start. */
export const DEEP_PATHS = {
  login: "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/route",
  update: "@medusajs/medusa/api/auth/[actor_type]/[auth_provider]/update/route",
  refresh: "@medusajs/medusa/api/auth/token/refresh/route",
  tokenMaker: "@medusajs/medusa/api/auth/utils/generate-jwt-token",
  customerHelpers: "@medusajs/medusa/api/store/customers/helpers",
  customerQueryConfig: "@medusajs/medusa/api/store/customers/query-config",
  customerValidators: "@medusajs/medusa/api/store/customers/validators",
  customerModule: "@medusajs/medusa/customer",
  notificationModule: "@medusajs/medusa/notification",
}
