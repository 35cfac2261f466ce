import { Button, Text } from "@medusajs/ui"
import { useResetLimits } from "../hooks/use-reset-limits"

/** Frees a customer who can request no codes or cannot log in any more. */
export function ResetLimits({ customerId }: { customerId: string }) {
  const { reset, isPending } = useResetLimits(customerId)
  return (
    <div className="text-ui-fg-subtle flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus">
          Limits
        </Text>
        <Text size="small" leading="compact">
          On codes and wrong passwords
        </Text>
      </div>
      <Button
        size="small"
        variant="secondary"
        className="flex-shrink-0"
        isLoading={isPending}
        onClick={() => void reset()}
      >
        Reset limits
      </Button>
    </div>
  )
}
