import { contactOf, customerName } from "./customer-name"
import { DeletionRequest, RequestAction } from "./deletion-request"

/** What `usePrompt` asks before it is done. */
export type RequestPrompt = {
  title: string
  description: string
  variant: "danger" | "confirmation"
  verificationText?: string
  confirmText: string
  cancelText: string
}

export function promptFor(
  action: RequestAction,
  request: DeletionRequest
): RequestPrompt {
  const name = customerName(request)
  if (action === "cancel") {
    return {
      title: "Cancel this deletion request?",
      description: `${name} keeps the account and may ask for its deletion again.`,
      variant: "confirmation",
      confirmText: "Cancel request",
      cancelText: "Keep request",
    }
  }
  return {
    title: "Erase this account now?",
    description: `The account of ${name} and the personal data in it are erased at once, whatever the scheduled date. This cannot be undone.`,
    variant: "danger",
    verificationText: contactOf(request.customer) ?? request.customer_id,
    confirmText: "Erase account",
    cancelText: "Keep account",
  }
}
