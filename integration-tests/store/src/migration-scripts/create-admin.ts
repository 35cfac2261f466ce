import { MedusaContainer } from "@medusajs/framework/types"
import { ADMIN } from "../../admin"
import { createAdmin } from "../../../../demo/create-admin"

/** The user every test database comes with. */
export default ({ container }: { container: MedusaContainer }) =>
  createAdmin(container, ADMIN)
