import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import type { OrderWorkflow } from "@medusajs/framework/types"
import { findOrderWithoutEmail } from "../../../medusa/order-email"
import { setOrderEmailWorkflow } from "../../../workflows/internal"

type UpdateOrder = Partial<OrderWorkflow.UpdateOrderWorkflowInput>

/**
 * Leaves an order whose customer has no e-mail with that customer when an admin gives the order one. Without it, Medusa makes
 * the order that of whoever has the e-mail. What else the admin changes is left to Medusa.
 */
async function keepCustomer(
  req: AuthenticatedMedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { email, ...rest } = Object(req.validatedBody) as UpdateOrder
  const order = email && (await findOrderWithoutEmail(req.scope, req.params.id))
  if (order) {
    const { id } = order
    const user_id = req.auth_context.actor_id
    const update = { ...rest, id, user_id, email }
    await setOrderEmailWorkflow(req.scope).run({ input: { order, update } })
    req.validatedBody = rest
  }
  next()
}

export const adminOrderMiddlewares: MiddlewareRoute[] = [
  {
    // It runs after Medusa's authentication and its validation of the body.
    matcher: "/admin/orders/:id",
    methods: ["POST"],
    middlewares: [keepCustomer],
    policies: { resource: "order", operation: "update" },
  },
]
