import type { MiddlewareRoute } from "@medusajs/framework/http"

const RESOURCE = "account_deletion_request"

/**
 * What each route asks of an admin in a store that has turned on Medusa's RBAC. Medusa itself authenticates everything
 * under `/admin`; 2.11 knows no policies and ignores them.
 */
export const adminAccountDeletionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/account-deletion-requests",
    methods: ["GET"],
    policies: { resource: RESOURCE, operation: "read" },
  },
  {
    matcher: "/admin/account-deletion-requests/:id",
    methods: ["GET"],
    policies: { resource: RESOURCE, operation: "read" },
  },
  {
    matcher: "/admin/account-deletion-requests/:id/cancel",
    methods: ["POST"],
    policies: { resource: RESOURCE, operation: "update" },
  },
  {
    matcher: "/admin/account-deletion-requests/:id/execute",
    methods: ["POST"],
    policies: { resource: RESOURCE, operation: "delete" },
  },
]
