import { Button, Text } from "@medusajs/ui"
import { useResetLimits } from "../hooks/use-reset-limits"
import { useTexts } from "../hooks/use-texts"
import { VerifiableCustomer } from "../lib/customer-verification"

type ResetLimitsProps = Pick<VerifiableCustomer, "id" | "limited_until">

/** Says whether limits hold a customer up, and frees them. */
export function ResetLimits({ id, limited_until }: ResetLimitsProps) {
  const { reset, isPending } = useResetLimits(id)
  const { text, absolute } = useTexts()
  const { codes, wrong_codes, wrong_passwords } = limited_until
  const reached = [
    codes && text("codesUntil", { date: absolute(codes) }),
    wrong_codes && text("wrongCodesUntil", { date: absolute(wrong_codes) }),
    wrong_passwords &&
      text("wrongPasswordsUntil", { date: absolute(wrong_passwords) }),
  ].filter((line) => line !== null)
  return (
    <div className="text-ui-fg-subtle flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus">
          {text("limits")}
        </Text>
        {(reached.length > 0 ? reached : [text("notLimited")]).map((line) => (
          <Text key={line} size="small" leading="compact">
            {line}
          </Text>
        ))}
      </div>
      <Button
        size="small"
        variant="secondary"
        className="flex-shrink-0"
        isLoading={isPending}
        onClick={() => void reset()}
      >
        {text("resetLimits")}
      </Button>
    </div>
  )
}
