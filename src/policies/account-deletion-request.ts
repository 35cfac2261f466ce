import { definePolicies } from "@medusajs/framework/utils"

/** What roles can be allowed to do with deletion requests, in stores with Medusa's RBAC; 2.11 does not load this folder. */
export const accountDeletionRequestPolicies = definePolicies([
  {
    name: "ReadAccountDeletionRequest",
    resource: "account_deletion_request",
    operation: "read",
    description: "List and read deletion requests",
  },
  {
    name: "UpdateAccountDeletionRequest",
    resource: "account_deletion_request",
    operation: "update",
    description: "Cancel deletion requests",
  },
  {
    name: "DeleteAccountDeletionRequest",
    resource: "account_deletion_request",
    operation: "delete",
    description: "Execute deletion requests: erase their customers",
  },
])
