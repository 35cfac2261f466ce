import { definePolicies } from "@medusajs/framework/utils"

export const probePolicies = definePolicies([
  {
    name: "ReadProbe",
    resource: "probe",
    operation: "read",
    description: "What the policies folder of a plugin looks like",
  },
])
