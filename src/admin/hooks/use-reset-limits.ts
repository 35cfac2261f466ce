import { toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { resetLimits, VERIFICATION_KEY } from "../lib/customer-verification"
import { useTexts } from "./use-texts"

/** Frees a customer from all limits, once the user has confirmed that. */
export function useResetLimits(customerId: string) {
  const { text } = useTexts()
  const prompt = usePrompt()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => resetLimits(customerId),
    onSuccess: () => {
      toast.success(text("resetDone"), { description: text("resetDoneHint") })
    },
    onError: (error) => {
      toast.error(text("resetFailed"), { description: error.message })
    },
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: [VERIFICATION_KEY] }),
  })
  const reset = async () => {
    const confirmed = await prompt({
      title: text("resetTitle"),
      description: text("resetText"),
      variant: "confirmation",
      confirmText: text("resetLimits"),
      cancelText: text("cancel"),
    })
    if (confirmed) {
      mutate()
    }
  }
  return { reset, isPending }
}
