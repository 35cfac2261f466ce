import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** From when on a customer's login tokens count. */
export class Migration20251126100000CreateCustomerSessionTable extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "customer_session" (
      "customer_id" text not null,
      "valid_from" bigint not null,
      constraint "customer_session_pkey" primary key ("customer_id")
    );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "customer_session" cascade;`)
  }
}
