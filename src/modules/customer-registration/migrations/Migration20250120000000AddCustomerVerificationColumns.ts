import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"
import { INDEXES } from "../indexes"

/**
 * Adds the verification flags to Medusa's customer table, a trigger that drops a flag in the statement that changes
 * its contact, and indexes by which an account is found from any spelling of its contact.
 *
 * A plugin's migrations run before those of the customer module on a fresh database, so the table is created as
 * Medusa creates it if it is not there yet; Medusa's own migrations then find it (they too say `if not exists`).
 */
export class Migration20250120000000AddCustomerVerificationColumns extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.change(`create table if not exists "customer" (
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
    // A constant default rewrites no row.
    await schema.change(`alter table "customer"
      add column if not exists "email_verified" boolean not null default false,
      add column if not exists "phone_verified" boolean not null default false;`)
    await schema.startIndex(INDEXES.phone)
    await schema.startIndex(INDEXES.email)
    await schema.change(`do $do$ begin
      if to_regproc('customer_registration_drop_stale_flags') is null then
        create function "customer_registration_drop_stale_flags"() returns trigger language plpgsql as $body$
          begin
            if new.email is distinct from old.email then new.email_verified := false; end if;
            if new.phone is distinct from old.phone then new.phone_verified := false; end if;
            return new;
          end
        $body$;
      end if;
    end $do$;`)
    // Triggers fire in the order of their names: this one sees what the others made of the contact.
    await schema.change(`do $do$ begin
      if not exists (
        select from pg_trigger where tgname = 'zz_customer_registration_flags' and tgrelid = to_regclass('"customer"')
      ) then
        create trigger "zz_customer_registration_flags" before update on "customer"
          for each row execute function "customer_registration_drop_stale_flags"();
      end if;
    end $do$;`)
  }

  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.change(
      `drop trigger if exists "zz_customer_registration_flags" on "customer";`
    )
    await schema.change(
      `drop function if exists "customer_registration_drop_stale_flags"();`
    )
    await schema.dropIndex(INDEXES.email.name)
    await schema.dropIndex(INDEXES.phone.name)
    await schema.change(`alter table if exists "customer"
      drop column if exists "email_verified", drop column if exists "phone_verified";`)
  }
}
