import { StatusBadge, Text } from "@medusajs/ui"

type ContactVerificationProps = {
  label: string
  contact: string | null
  verified: boolean
}

export function ContactVerification({
  label,
  contact,
  verified,
}: ContactVerificationProps) {
  return (
    <div className="text-ui-fg-subtle flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus">
          {label}
        </Text>
        {contact && (
          <Text size="small" leading="compact" className="truncate">
            {contact}
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
}: Omit<ContactVerificationProps, "label">) {
  if (!contact) {
    return <StatusBadge color="grey">None</StatusBadge>
  }
  return verified ? (
    <StatusBadge color="green">Verified</StatusBadge>
  ) : (
    <StatusBadge color="orange">Not verified</StatusBadge>
  )
}
