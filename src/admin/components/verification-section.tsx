import { Skeleton, Text } from "@medusajs/ui"
import { useCustomerVerification } from "../hooks/use-customer-verification"
import { useTexts } from "../hooks/use-texts"
import { ContactVerification } from "./contact-verification"
import { LoadError } from "./load-error"
import { ResetLimits } from "./reset-limits"

/** Which contacts of a customer are proven to be theirs, when they were signed out, and which limits hold them up. */
export function VerificationSection({ customerId }: { customerId: string }) {
  const { text } = useTexts()
  const { data, error, refetch } = useCustomerVerification(customerId)
  if (error) {
    return (
      <LoadError
        title={text("verificationFailed")}
        error={error}
        retry={() => void refetch()}
      />
    )
  }
  if (!data) {
    return (
      <div className="px-6 py-4">
        <Skeleton className="h-7" />
      </div>
    )
  }
  if (!data.has_account) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {text("guest")}
      </Text>
    )
  }
  return (
    <>
      <ContactVerification
        label={text("email")}
        contact={data.email ?? data.pending_email}
        verified={data.email_verified}
        hint={data.pending_email ? text("pendingEmail") : undefined}
      />
      <ContactVerification
        label={text("phone")}
        contact={data.phone}
        verified={data.phone_verified}
      />
      <SignedOut at={data.sessions_revoked_at} />
      <ResetLimits {...data} />
    </>
  )
}

/** When all sessions of the customer were ended for the last time. */
function SignedOut({ at }: { at: string | null }) {
  const { text, absolute } = useTexts()
  return (
    <div className="text-ui-fg-subtle px-6 py-4">
      <Text size="small" leading="compact" weight="plus">
        {text("signedOut")}
      </Text>
      <Text size="small" leading="compact">
        {at ? absolute(at) : text("never")}
      </Text>
    </div>
  )
}
