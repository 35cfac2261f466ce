import { z } from "zod"
import { answers, type Entry } from "../../openapi/entry"
import { known, when } from "../../utils/openapi"

const CustomerVerification = z
  .strictObject({
    ...known,
    has_account: z.boolean(),
    pending_email: z.string().nullable(),
    sessions_revoked_at: when,
    limited_until: z
      .strictObject({ codes: when, wrong_codes: when, wrong_passwords: when })
      .meta({
        description: "Until when a limit holds the customer up; `null`: none.",
      }),
  })
  .register(answers, { id: "CustomerVerification" })

export const adminCustomerRoutes: Entry[] = [
  {
    route: "GET /admin/customers/{id}/verification",
    tag: "Admin",
    summary: "What of a customer is verified, and what holds them up",
    access: "admin",
    answers: {
      200: z
        .strictObject({ customer: CustomerVerification })
        .register(answers, { id: "CustomerVerificationAnswer" }),
    },
    codes: ["customer_not_found"],
  },
  {
    route: "POST /admin/customers/{id}/limits/reset",
    tag: "Admin",
    summary: "Free a customer whom limits hold up",
    access: "admin",
    answers: {
      200: z
        .strictObject({ customer: z.strictObject({ id: z.string() }) })
        .register(answers, { id: "FreedCustomer" }),
    },
    codes: ["customer_not_found"],
  },
]
