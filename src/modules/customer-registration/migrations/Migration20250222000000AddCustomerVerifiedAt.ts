import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"
import { INDEXES } from "../indexes"

/**
 * Adds when a customer first verified a contact. A flag falls with its contact, so it cannot tell who never verified
 * one; the trigger that drops flags keeps this date. And indexes by which the clean-up finds what is old.
 */
export class Migration20250222000000AddCustomerVerifiedAt extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.change(
      `alter table "customer" add column if not exists "verified_at" timestamptz null;`
    )
    await schema.change(`create or replace function "customer_registration_drop_stale_flags"() returns trigger language plpgsql as $body$
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
    await schema.startIndex(INDEXES.neverVerified)
    await schema.change(
      `create index if not exists "IDX_contact_reservation_expires_at" on "contact_reservation" ("expires_at");`
    )
  }

  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.dropIndex("IDX_contact_reservation_expires_at")
    await schema.dropIndex(INDEXES.neverVerified.name)
    await schema.change(`create or replace function "customer_registration_drop_stale_flags"() returns trigger language plpgsql as $body$
      begin
        if new.email is distinct from old.email then new.email_verified := false; end if;
        if new.phone is distinct from old.phone then new.phone_verified := false; end if;
        return new;
      end
    $body$;`)
    await schema.change(
      `alter table if exists "customer" drop column if exists "verified_at";`
    )
  }
}
