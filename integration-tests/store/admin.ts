/** The user every test database comes with. */
export const ADMIN = { email: "admin@example.com", password: "admin-password" }
