import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Short leases on contacts that a registration is about to claim. Keys are keyed hashes. */
export class Migration20250120001000CreateContactReservationTable extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "contact_reservation" (
      "key" text not null,
      "holder" text not null,
      "expires_at" timestamptz not null,
      constraint "contact_reservation_pkey" primary key ("key")
    );`)
    this.addSql(
      `create index if not exists "IDX_contact_reservation_holder" on "contact_reservation" ("holder");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "contact_reservation" cascade;`)
  }
}
