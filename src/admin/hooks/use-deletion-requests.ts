import { toast, usePrompt } from "@medusajs/ui"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { customerName } from "../lib/customer-name"
import {
  DELETION_REQUESTS_KEY,
  DeletionRequest,
  listDeletionRequests,
  ListParams,
  RequestAction,
  runRequestAction,
} from "../lib/deletion-request"
import { promptFor } from "../lib/request-prompts"
import { useTexts } from "./use-texts"

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

/** Cancels or executes a request, once the user has confirmed that. */
export function useRequestActions(request: DeletionRequest) {
  const { text } = useTexts()
  const prompt = usePrompt()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: (action: RequestAction) => runRequestAction(request.id, action),
    onSuccess: (_answer, action) => {
      toast.success(text(`${action}_done`), {
        description: customerName(request),
      })
    },
    onError: (error, action) => {
      toast.error(text(`${action}_failed`), { description: error.message })
    },
    // After an error too: the request may have changed meanwhile.
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: [DELETION_REQUESTS_KEY] }),
  })
  const run = async (action: RequestAction) => {
    if (await prompt(promptFor(action, request, text))) {
      mutate(action)
    }
  }
  return { run, isPending }
}
