import { MedusaContainer } from "@medusajs/framework/types"
import { ADMIN } from "../../admin"
import { createAdmin } from "../../create-admin"

/** The user of the demo comes with. */
export default ({ container }: { container: MedusaContainer }) =>
  createAdmin(container, ADMIN)
