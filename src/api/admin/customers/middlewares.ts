import type { MiddlewareRoute } from "@medusajs/framework/http"

/** For stores that have turned on Medusa's RBAC: who may read a customer may read what of them is verified, who may update one may free them. */
export const adminCustomerMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/customers/:id/verification",
    methods: ["GET"],
    policies: { resource: "customer", operation: "read" },
  },
  {
    matcher: "/admin/customers/:id/limits/reset",
    methods: ["POST"],
    policies: { resource: "customer", operation: "update" },
  },
]
