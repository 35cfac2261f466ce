import { model } from "@medusajs/framework/utils"
import { CUSTOMER_TABLE } from "../../../medusa/customer-table"

/** The verification flags: two columns that the plugin adds to Medusa's customer table. */
const CustomerVerification = model.define(
  { name: "CustomerVerification", tableName: CUSTOMER_TABLE },
  {
    id: model.id({ prefix: "cus" }).primaryKey(),
    email_verified: model.boolean().default(false),
    phone_verified: model.boolean().default(false),
  }
)

export default CustomerVerification
