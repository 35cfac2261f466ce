import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Lets codes be for a login. Not valid for old rows: these need no check, and none of them is read for it. */
export class Migration20251127140000AddLoginPurpose extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "otp_verification" drop constraint if exists "otp_verification_purpose_check";`
    )
    this
      .addSql(`alter table "otp_verification" add constraint "otp_verification_purpose_check" check ("purpose" in (
        'email_verification', 'phone_verification', 'contact_change', 'password_recovery',
        'account_deletion_request', 'account_deletion_cancel', 'login'
      )) not valid;`)
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "otp_verification" where "purpose" = 'login';`)
    this.addSql(
      `alter table "otp_verification" drop constraint if exists "otp_verification_purpose_check";`
    )
    this
      .addSql(`alter table "otp_verification" add constraint "otp_verification_purpose_check" check ("purpose" in (
        'email_verification', 'phone_verification', 'contact_change', 'password_recovery',
        'account_deletion_request', 'account_deletion_cancel'
      )) not valid;`)
  }
}
