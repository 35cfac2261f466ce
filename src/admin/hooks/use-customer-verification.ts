import { useQuery } from "@tanstack/react-query"
import {
  retrieveVerification,
  VERIFICATION_KEY,
} from "../lib/customer-verification"

export function useCustomerVerification(customerId: string) {
  return useQuery({
    queryKey: [VERIFICATION_KEY, customerId],
    queryFn: () => retrieveVerification(customerId),
    staleTime: 0,
  })
}
