import type {
  AuthContext,
  MedusaRequest,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { fillOwnCart } from "../../../medusa/open-carts"
import { withErrors } from "../../utils/with-errors"

/** A customer who comes to their cart with their login finds the e-mail in it that they have proven. */
const fillEmail = withErrors(async (req: MedusaRequest, _res, next) => {
  const { auth_context } = req as { auth_context?: AuthContext }
  const customer_id = auth_context?.actor_id
  if (customer_id) {
    await fillOwnCart(req.scope, { cart_id: req.params.id, customer_id })
  }
  next()
})

// With methods, so that they run after Medusa's authentication.
export const storeCartMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/carts/:id",
    methods: ["GET", "POST"],
    middlewares: [fillEmail],
  },
  {
    matcher: "/store/carts/:id/complete",
    methods: ["POST"],
    middlewares: [fillEmail],
  },
]
