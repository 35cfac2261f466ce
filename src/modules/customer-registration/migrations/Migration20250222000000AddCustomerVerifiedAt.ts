import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Adds when a customer first verified a contact. A flag falls with its contact, so it cannot tell who never verified
 * one; the trigger that drops flags keeps this date. And indexes by which the clean-up finds what is old.
 */
export class Migration20250222000000AddCustomerVerifiedAt extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "customer" add column if not exists "verified_at" timestamptz null;`
    )
    this
      .addSql(`create or replace function "customer_registration_drop_stale_flags"() returns trigger language plpgsql as $body$
      begin
        if old.email_verified or old.phone_verified then
          new.verified_at := coalesce(old.verified_at, now());
        end if;
        if new.email is distinct from old.email then new.email_verified := false; end if;
        if new.phone is distinct from old.phone then new.phone_verified := false; end if;
        if new.email_verified or new.phone_verified then
          new.verified_at := coalesce(old.verified_at, now());
        end if;
        return new;
      end
    $body$;`)
    this.addSql(
      `create index if not exists "IDX_customer_registration_never_verified" on "customer" ("id")
        where has_account and verified_at is null and not email_verified and not phone_verified and deleted_at is null;`
    )
    this.addSql(
      `create index if not exists "IDX_contact_reservation_expires_at" on "contact_reservation" ("expires_at");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_contact_reservation_expires_at";`)
    this.addSql(
      `drop index if exists "IDX_customer_registration_never_verified";`
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
      `alter table if exists "customer" drop column if exists "verified_at";`
    )
  }
}
