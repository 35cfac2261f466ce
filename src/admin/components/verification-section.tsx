import { Skeleton, Text } from "@medusajs/ui"
import { useCustomerVerification } from "../hooks/use-customer-verification"
import { ContactVerification } from "./contact-verification"
import { LoadError } from "./load-error"
import { ResetLimits } from "./reset-limits"

/** Which contacts of a customer are proven to be theirs. */
export function VerificationSection({ customerId }: { customerId: string }) {
  const { data, error, refetch } = useCustomerVerification(customerId)
  if (error) {
    return (
      <LoadError
        title="The verification could not be loaded."
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
        A guest: only accounts verify their contacts.
      </Text>
    )
  }
  return (
    <>
      <ContactVerification
        label="Email"
        contact={data.email}
        verified={data.email_verified}
      />
      <ContactVerification
        label="Phone"
        contact={data.phone}
        verified={data.phone_verified}
      />
      <ResetLimits customerId={customerId} />
    </>
  )
}
