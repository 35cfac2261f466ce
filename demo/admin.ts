/** Who keeps the shop of the demo. */
export const ADMIN = { email: "admin@example.com", password: "admin-password" }
