import { toast, usePrompt } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { resetLimits } from "../lib/customer-verification"

/** Frees a customer from all limits, once the user has confirmed that. */
export function useResetLimits(customerId: string) {
  const prompt = usePrompt()
  const { mutate, isPending } = useMutation({
    mutationFn: () => resetLimits(customerId),
    onSuccess: () => {
      toast.success("Limits reset", {
        description: "The customer can request codes and log in again.",
      })
    },
    onError: (error) => {
      toast.error("Could not reset the limits", { description: error.message })
    },
  })
  const reset = async () => {
    const confirmed = await prompt({
      title: "Reset the limits?",
      description:
        "All counts of codes, wrong codes and wrong passwords of this customer start again, those of strangers who used them up included.",
      variant: "confirmation",
      confirmText: "Reset limits",
      cancelText: "Cancel",
    })
    if (confirmed) {
      mutate()
    }
  }
  return { reset, isPending }
}
