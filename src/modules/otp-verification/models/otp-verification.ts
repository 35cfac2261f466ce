import { model } from "@medusajs/framework/utils"

/** One issued code: its keyed hash, never the code; the hash of its destination, never the contact. */
const OtpVerification = model
  .define("otp_verification", {
    id: model.id({ prefix: "otpver" }).primaryKey(),
    subject: model.text(),
    purpose: model.text(),
    // Nothing reads it: it tells whoever looks into the table how a code went out.
    channel: model.text(),
    destination_hash: model.text(),
    code_hash: model.text(),
    attempts: model.number().default(0),
    max_attempts: model.number(),
    expires_at: model.dateTime(),
    consumed_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_otp_verification_live",
      on: ["subject", "purpose"],
      unique: true,
      where: "consumed_at IS NULL",
    },
    { name: "IDX_otp_verification_subject", on: ["subject"] },
    { name: "IDX_otp_verification_expires_at", on: ["expires_at"] },
  ])

export default OtpVerification
