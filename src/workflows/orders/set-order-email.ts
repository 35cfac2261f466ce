import type { OrderDTO, OrderWorkflow } from "@medusajs/framework/types"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  registerOrderChangesStep,
  updateOrdersStep,
  updateOrderValidationStep,
} from "@medusajs/medusa/core-flows"
import { emailChange } from "../../medusa/order-email"

/** Input of `set-order-email`. */
export type SetOrderEmailInput = {
  order: OrderDTO
  /** The whole update: Medusa checks all of it before any of it is written. */
  update: OrderWorkflow.UpdateOrderWorkflowInput & { email: string }
}

export const setOrderEmailWorkflowId = "set-order-email"

/**
 * Gives an order its first e-mail and leaves it with its customer. Checks and history are Medusa's own. It emits nothing: the
 * rest of the update does.
 *
 * @throws MedusaError as `updateOrderWorkflow`: for an invalid e-mail, a cancelled order, another country
 * @example await setOrderEmailWorkflow(container).run({ input: { order, update: { id, user_id, email } } })
 */
export const setOrderEmailWorkflow = createWorkflow(
  setOrderEmailWorkflowId,
  ({ order, update }: SetOrderEmailInput) => {
    updateOrderValidationStep({ order, input: update })
    updateOrdersStep(
      transform({ update }, ({ update: { id, email } }) => ({
        selector: { id },
        update: { email },
      }))
    )
    registerOrderChangesStep(
      transform({ update }, ({ update: { id, user_id, email } }) => [
        emailChange({ order_id: id, admin_id: user_id, email }),
      ])
    )
    return new WorkflowResponse(undefined)
  }
)
