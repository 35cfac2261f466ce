import { DataTable, Heading, Text } from "@medusajs/ui"
import { useTexts } from "../hooks/use-texts"

// Older dashboards put both menus into the bar of filters by themselves: there, these are not shown.
const MENUS_ONCE =
  "[&:has(>div>div:nth-child(2)_[aria-haspopup=menu])_.toolbar-menus]:hidden"

export function RequestsToolbar() {
  const { text } = useTexts()
  return (
    <div className={MENUS_ONCE}>
      <DataTable.Toolbar
        className="flex flex-col items-start justify-between gap-4 md:flex-row md:items-center"
        translations={{ clearAll: text("clearAll"), sort: text("sort") }}
      >
        <div>
          <Heading>{text("Deletion requests")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {text("subtitle")}
          </Text>
        </div>
        <div className="flex w-full items-center gap-2 md:w-auto">
          <div className="min-w-0 flex-1">
            <DataTable.Search
              placeholder={text("search")}
              aria-label={text("searchRequests")}
            />
          </div>
          <div className="toolbar-menus flex items-center gap-2">
            <DataTable.FilterMenu tooltip={text("filter")} />
            <DataTable.SortingMenu tooltip={text("sort")} />
          </div>
        </div>
      </DataTable.Toolbar>
    </div>
  )
}
