import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { startOfDay } from "../lib/dates"
import { DELETION_STATUSES, DeletionRequest } from "../lib/deletion-request"
import { TextKey, Texts } from "../lib/texts"
import { useTexts } from "./use-texts"

const filter = createDataTableFilterHelper<DeletionRequest>()

/** What the table filters by: the status, and the days of the request and of its execution. */
export function useRequestFilters(): DataTableFilter[] {
  const texts = useTexts()
  return useMemo(() => filtersIn(texts), [texts])
}

function filtersIn({ text, day }: Texts) {
  const days = (key: TextKey, first: number, last: number) => ({
    label: text(key),
    value: {
      $gte: startOfDay(first).toISOString(),
      $lte: startOfDay(last).toISOString(),
    },
  })
  const dates = {
    type: "date",
    formatDateValue: day,
    rangeOptionLabel: text("customRange"),
    rangeOptionStartLabel: text("from"),
    rangeOptionEndLabel: text("until"),
  } as const
  return [
    filter.accessor("status", {
      type: "multiselect",
      label: text("status"),
      searchable: false,
      options: DELETION_STATUSES.map((value) => ({
        label: text(value),
        value,
      })),
    }),
    filter.accessor("created_at", {
      ...dates,
      label: text("requested"),
      options: [
        days("today", 0, 0),
        days("last7Days", -6, 0),
        days("last30Days", -29, 0),
        days("last90Days", -89, 0),
      ],
    }),
    filter.accessor("scheduled_at", {
      ...dates,
      label: text("scheduled"),
      options: [
        days("today", 0, 0),
        days("tomorrow", 1, 1),
        days("next7Days", 0, 6),
        days("next30Days", 0, 29),
      ],
    }),
  ]
}
