const bearer = (description: string) => ({
  type: "http",
  scheme: "bearer",
  description,
})

/** How a request says who asks. */
export const SECURITY_SCHEMES = {
  publishableKey: {
    type: "apiKey",
    in: "header",
    name: "x-publishable-api-key",
    description: "The store's publishable API key.",
  },
  customerToken: bearer("A customer's login."),
  registrationToken: bearer(
    "What `POST /auth/customer/{auth_provider}/register` answered."
  ),
  resetToken: bearer("The token of the link in a reset mail."),
  adminToken: bearer("An admin's login."),
  apiKey: {
    type: "http",
    scheme: "basic",
    description: "An admin's secret API key, as the user name.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "connect.sid",
    description: "Medusa's session, made by `POST /auth/session`.",
  },
}
