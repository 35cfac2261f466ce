import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Requests to delete an account: at most one open one for each customer. */
export class Migration20250221000000CreateAccountDeletionRequestTable extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "account_deletion_request" (
      "id" text not null,
      "customer_id" text not null,
      "status" text not null default 'pending',
      "reason" text null,
      "confirmed_at" timestamptz null,
      "scheduled_at" timestamptz null,
      "started_at" timestamptz null,
      "completed_at" timestamptz null,
      "cancelled_at" timestamptz null,
      "attempts" integer not null default 0,
      "last_error" text null,
      "next_attempt_at" timestamptz null,
      "locked_until" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "account_deletion_request_pkey" primary key ("id"),
      constraint "account_deletion_request_status_check" check ("status" in ('pending', 'confirmed', 'completed', 'cancelled'))
    );`)
    this.addSql(
      `create unique index if not exists "IDX_account_deletion_request_open" on "account_deletion_request" ("customer_id") where status in ('pending', 'confirmed');`
    )
    this.addSql(
      `create index if not exists "IDX_account_deletion_request_customer_id" on "account_deletion_request" ("customer_id");`
    )
    this.addSql(
      `create index if not exists "IDX_account_deletion_request_due" on "account_deletion_request" ("next_attempt_at") where status = 'confirmed';`
    )
    this.addSql(
      `create index if not exists "IDX_account_deletion_request_created_at" on "account_deletion_request" ("created_at", "id");`
    )
    this.addSql(
      `create index if not exists "IDX_account_deletion_request_scheduled_at" on "account_deletion_request" ("scheduled_at", "id");`
    )
    // What has no date comes last, whichever way the list is sorted.
    this.addSql(
      `create index if not exists "IDX_account_deletion_request_scheduled_at_desc" on "account_deletion_request" ("scheduled_at" desc nulls last, "id" desc);`
    )
    this.addSql(
      `create index if not exists "IDX_account_deletion_request_status" on "account_deletion_request" ("status", "created_at", "id");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "account_deletion_request" cascade;`)
  }
}
