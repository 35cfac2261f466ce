import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"

/**
 * Adds a trigger that deletes Medusa's own record of a verified contact in the statement that drops the flag of that contact:
 * the record, which the plugin has made of the flag, outlives neither it nor the contact. Medusa has no such table up to 2.15,
 * nor on a fresh database while the plugin's migrations run.
 */
export class Migration20251127130000DropMedusasVerifications extends OnlineMigration {
  protected override async install(schema: OnlineSchema): Promise<void> {
    await schema.change(`do $do$ begin
      if to_regproc('customer_registration_drop_verifications') is null then
        create function "customer_registration_drop_verifications"() returns trigger language plpgsql as $body$
          begin
            if to_regclass('auth_verification') is not null then
              delete from "auth_verification"
              where "auth_identity_id" in (
                select "id" from "auth_identity" where "app_metadata"->>'customer_id' = new.id
              ) and (
                (old.email_verified and not new.email_verified and "provider_metadata"->>'customer_registration' = 'email')
                or (old.phone_verified and not new.phone_verified and "provider_metadata"->>'customer_registration' = 'phone')
              );
            end if;
            return null;
          end
        $body$;
      end if;
    end $do$;`)
    await schema.change(`do $do$ begin
      if not exists (
        select from pg_trigger
        where tgname = 'zz_customer_registration_verifications' and tgrelid = to_regclass('"customer"')
      ) then
        create trigger "zz_customer_registration_verifications" after update on "customer" for each row
          when ((old.email_verified and not new.email_verified) or (old.phone_verified and not new.phone_verified))
          execute function "customer_registration_drop_verifications"();
      end if;
    end $do$;`)
  }

  protected override async remove(schema: OnlineSchema): Promise<void> {
    await schema.change(
      `drop trigger if exists "zz_customer_registration_verifications" on "customer";`
    )
    await schema.change(
      `drop function if exists "customer_registration_drop_verifications"();`
    )
  }
}
