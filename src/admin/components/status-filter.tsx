import { Funnel } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import {
  DELETION_STATUSES,
  DeletionStatus,
  STATUS_LABELS,
} from "../lib/deletion-request"

type StatusFilterProps = {
  value: DeletionStatus[]
  onChange: (value: DeletionStatus[]) => void
}

// Not the table's own filters: the menu that adds them sits in other places from one Medusa to the next.
export function StatusFilter({ value, onChange }: StatusFilterProps) {
  const toggle = (status: DeletionStatus) =>
    onChange(
      value.includes(status)
        ? value.filter((other) => other !== status)
        : [...value, status]
    )
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button variant="secondary" size="small" className="whitespace-nowrap">
          <Funnel />
          {labelOf(value)}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {DELETION_STATUSES.map((status) => (
          <DropdownMenu.CheckboxItem
            key={status}
            checked={value.includes(status)}
            onCheckedChange={() => toggle(status)}
            onSelect={(event) => event.preventDefault()}
          >
            {STATUS_LABELS[status]}
          </DropdownMenu.CheckboxItem>
        ))}
        <DropdownMenu.Separator />
        <DropdownMenu.Item
          disabled={value.length === 0}
          onClick={() => onChange([])}
        >
          Any status
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

function labelOf(value: DeletionStatus[]): string {
  return value.length === 0
    ? "Any status"
    : value.map((status) => STATUS_LABELS[status]).join(", ")
}
