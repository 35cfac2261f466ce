// @ts-check

export const ADA = {
  first_name: "Ada",
  email: "ada@example.com",
  password: "analytical-engine",
  /** As she types it, and as the shop keeps it. */
  phone: "(201) 555-0123",
  e164: "+12015550123",
  newPhone: "(201) 555-0177",
  newE164: "+12015550177",
  newPassword: "difference-engine",
}

export const GRACE = {
  first_name: "Grace",
  email: "grace@example.com",
  password: "first-compiler",
  newPassword: "first-debugger",
  phone: "(201) 555-0188",
  e164: "+12015550188",
}

export const ADMIN = { email: "admin@example.com", password: "admin-password" }

export const STRANGER = {
  email: "stranger@example.com",
  password: "finders-keepers",
}
