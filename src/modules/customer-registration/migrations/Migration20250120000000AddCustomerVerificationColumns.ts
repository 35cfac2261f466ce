import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Adds the verification flags to Medusa's customer table, a trigger that drops a flag in the statement that changes
 * its contact, and indexes by which an account is found from any spelling of its contact.
 *
 * A plugin's migrations run before those of the customer module on a fresh database, so the table is created as
 * Medusa creates it if it is not there yet; Medusa's own migrations then find it (they too say `if not exists`).
 */
export class Migration20250120000000AddCustomerVerificationColumns extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "customer" (
      "id" text not null,
      "company_name" text null,
      "first_name" text null,
      "last_name" text null,
      "email" text null,
      "phone" text null,
      "has_account" boolean not null default false,
      "metadata" jsonb null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      "created_by" text null,
      constraint "customer_pkey" primary key ("id")
    );`)
    this.addSql(
      `alter table "customer" add column if not exists "email_verified" boolean not null default false;`
    )
    this.addSql(
      `alter table "customer" add column if not exists "phone_verified" boolean not null default false;`
    )
    this.addSql(
      `create index if not exists "IDX_customer_registration_phone" on "customer" ("phone") where deleted_at is null;`
    )
    this.addSql(
      `create index if not exists "IDX_customer_registration_email" on "customer" (lower("email")) where deleted_at is null;`
    )
    this
      .addSql(`create or replace function "customer_registration_drop_stale_flags"() returns trigger language plpgsql as $body$
      begin
        if new.email is distinct from old.email then new.email_verified := false; end if;
        if new.phone is distinct from old.phone then new.phone_verified := false; end if;
        return new;
      end
    $body$;`)
    this.addSql(
      `drop trigger if exists "zz_customer_registration_flags" on "customer";`
    )
    // Triggers fire in the order of their names: this one sees what the others made of the contact.
    this
      .addSql(`create trigger "zz_customer_registration_flags" before update on "customer"
      for each row execute function "customer_registration_drop_stale_flags"();`)
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop trigger if exists "zz_customer_registration_flags" on "customer";`
    )
    this.addSql(
      `drop function if exists "customer_registration_drop_stale_flags"();`
    )
    this.addSql(`drop index if exists "IDX_customer_registration_email";`)
    this.addSql(`drop index if exists "IDX_customer_registration_phone";`)
    this.addSql(
      `alter table if exists "customer" drop column if exists "email_verified";`
    )
    this.addSql(
      `alter table if exists "customer" drop column if exists "phone_verified";`
    )
  }
}
