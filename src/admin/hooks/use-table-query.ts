import { useRef } from "react"
import { useSearchParams } from "react-router-dom"
import { readTableQuery, TableQuery, writeTableQuery } from "../lib/table-query"

/** The table's state, kept in the address. A change of anything goes back to the first page. */
export function useTableQuery() {
  const [params, setParams] = useSearchParams()
  const query = readTableQuery(params)
  // A search is applied some time after it was typed, to whatever is shown by then.
  const latest = useRef(query)
  latest.current = query
  const change = (changes: Partial<TableQuery>) =>
    setParams(
      writeTableQuery({ ...latest.current, pageIndex: 0, ...changes }),
      { replace: true }
    )
  return { query, change }
}
