import { keepPreviousData, useQuery } from "@tanstack/react-query"
import {
  DELETION_REQUESTS_KEY,
  listDeletionRequests,
  ListParams,
} from "../lib/deletion-requests"

/** A page of requests; while the next one loads, the one before stays. */
export function useDeletionRequests(params: ListParams) {
  return useQuery({
    queryKey: [DELETION_REQUESTS_KEY, params],
    queryFn: () => listDeletionRequests(params),
    placeholderData: keepPreviousData,
    // Requests change without the dashboard: customers confirm them, a job executes them.
    staleTime: 0,
  })
}
