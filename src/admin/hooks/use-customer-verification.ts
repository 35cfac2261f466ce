import { useQuery } from "@tanstack/react-query"
import { retrieveVerification } from "../lib/customer-verification"

export function useCustomerVerification(customerId: string) {
  return useQuery({
    queryKey: ["customer-verification", customerId],
    queryFn: () => retrieveVerification(customerId),
    staleTime: 0,
  })
}
