import { contactOf, customerName } from "./customer-name"
import { DeletionRequest, RequestAction } from "./deletion-request"
import { Texts } from "./texts"

/** What `usePrompt` asks before it is done. */
export type RequestPrompt = {
  title: string
  description: string
  variant: "danger" | "confirmation"
  verificationText?: string
  verificationInstruction?: string
  confirmText: string
  cancelText: string
}

export function promptFor(
  action: RequestAction,
  request: DeletionRequest,
  text: Texts["text"]
): RequestPrompt {
  const name = customerName(request)
  if (action === "cancel") {
    return {
      title: text("cancelTitle"),
      description: text("cancelText", { name }),
      variant: "confirmation",
      confirmText: text("cancelRequest"),
      cancelText: text("keepRequest"),
    }
  }
  return {
    title: text("executeTitle"),
    description: text("executeText", { name }),
    variant: "danger",
    verificationText: contactOf(request.customer) ?? request.customer_id,
    verificationInstruction: text("typeToConfirm"),
    confirmText: text("eraseAccount"),
    cancelText: text("keepAccount"),
  }
}
