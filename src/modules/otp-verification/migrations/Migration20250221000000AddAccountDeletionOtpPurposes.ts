import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What codes may be for, the deletion of an account included; and an index by which all of a person's are found. */
export class Migration20250221000000AddAccountDeletionOtpPurposes extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "otp_verification" drop constraint if exists "otp_verification_purpose_check";`
    )
    this
      .addSql(`alter table "otp_verification" add constraint "otp_verification_purpose_check" check ("purpose" in (
        'email_verification', 'phone_verification', 'contact_change', 'password_recovery',
        'account_deletion_request', 'account_deletion_cancel'
      ));`)
    this.addSql(
      `create index if not exists "IDX_otp_verification_subject" on "otp_verification" ("subject");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_otp_verification_subject";`)
    this.addSql(
      `alter table if exists "otp_verification" drop constraint if exists "otp_verification_purpose_check";`
    )
  }
}
