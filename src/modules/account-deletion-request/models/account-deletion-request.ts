import { model } from "@medusajs/framework/utils"
import { STATUSES } from "../transitions"

/** One customer's wish to leave, and what became of it. It holds no contact. */
const AccountDeletionRequest = model
  .define(
    { name: "AccountDeletionRequest", tableName: "account_deletion_request" },
    {
      id: model.id({ prefix: "accdel" }).primaryKey(),
      customer_id: model.text(),
      status: model.enum(STATUSES).default("pending"),
      reason: model.text().nullable(),
      confirmed_at: model.dateTime().nullable(),
      scheduled_at: model.dateTime().nullable(),
      started_at: model.dateTime().nullable(),
      completed_at: model.dateTime().nullable(),
      cancelled_at: model.dateTime().nullable(),
      attempts: model.number().default(0),
      last_error: model.text().nullable(),
      next_attempt_at: model.dateTime().nullable(),
      locked_until: model.dateTime().nullable(),
    }
  )
  .indexes([
    {
      name: "IDX_account_deletion_request_open",
      on: ["customer_id"],
      unique: true,
      where: "status IN ('pending', 'confirmed')",
    },
    { name: "IDX_account_deletion_request_customer_id", on: ["customer_id"] },
    {
      name: "IDX_account_deletion_request_due",
      on: ["next_attempt_at"],
      where: "status = 'confirmed'",
    },
    {
      name: "IDX_account_deletion_request_created_at",
      on: ["created_at", "id"],
    },
    {
      name: "IDX_account_deletion_request_scheduled_at",
      on: ["scheduled_at", "id"],
    },
    {
      name: "IDX_account_deletion_request_status",
      on: ["status", "created_at", "id"],
    },
    {
      name: "IDX_account_deletion_request_status_scheduled_at",
      on: ["status", "scheduled_at", "id"],
    },
  ])

export default AccountDeletionRequest
