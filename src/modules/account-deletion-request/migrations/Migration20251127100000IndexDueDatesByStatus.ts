import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Adds the indexes by which the admin's list shows the requests of one status by the day on which they are due. */
export class Migration20251127100000IndexDueDatesByStatus extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists "IDX_account_deletion_request_status_scheduled_at" on "account_deletion_request" ("status", "scheduled_at", "id");`
    )
    // What has no date comes last, whichever way the list is sorted.
    this.addSql(
      `create index if not exists "IDX_account_deletion_request_status_scheduled_at_desc" on "account_deletion_request" ("status", "scheduled_at" desc nulls last, "id" desc);`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop index if exists "IDX_account_deletion_request_status_scheduled_at_desc";`
    )
    this.addSql(
      `drop index if exists "IDX_account_deletion_request_status_scheduled_at";`
    )
  }
}
