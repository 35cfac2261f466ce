import { StatusBadge, Text } from "@medusajs/ui"
import { useTexts } from "../hooks/use-texts"

type ContactVerificationProps = {
  label: string
  contact: string | null
  verified: boolean
  /** What there is to say of the contact. */
  hint?: string
}

export function ContactVerification({
  label,
  contact,
  verified,
  hint,
}: ContactVerificationProps) {
  return (
    <div className="text-ui-fg-subtle flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus">
          {label}
        </Text>
        {contact && (
          <Text size="small" leading="compact" className="truncate">
            <bdi dir="ltr">{contact}</bdi>
          </Text>
        )}
        {hint && (
          <Text size="xsmall" className="text-ui-fg-muted">
            {hint}
          </Text>
        )}
      </div>
      <div className="flex-shrink-0">
        <ContactBadge contact={contact} verified={verified} />
      </div>
    </div>
  )
}

function ContactBadge({
  contact,
  verified,
}: Pick<ContactVerificationProps, "contact" | "verified">) {
  const { text } = useTexts()
  if (!contact) {
    return <StatusBadge color="grey">{text("noContact")}</StatusBadge>
  }
  return verified ? (
    <StatusBadge color="green">{text("verified")}</StatusBadge>
  ) : (
    <StatusBadge color="orange">{text("notVerified")}</StatusBadge>
  )
}
