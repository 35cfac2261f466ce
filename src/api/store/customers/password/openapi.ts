import { z } from "zod"
import { READS, SENDS_QUIETLY, SETS_PASSWORD } from "../../../openapi/codes"
import { answers, bodies, type Entry } from "../../../openapi/entry"
import {
  contact,
  DOCUMENTED,
  ONE_CONTACT,
  SentCode,
  Success,
} from "../../../utils/openapi"
import { storeOneContact, StoreUndoContactChange } from "../validators"
import { storeConfirmRecovery } from "./confirm/route"

export const KnownContact = storeOneContact(DOCUMENTED)
  .meta(ONE_CONTACT)
  .register(bodies, { id: "KnownContact" })

export const UndoneChange = z
  .strictObject({ success: z.literal(true), contact })
  .register(answers, { id: "UndoneChange" })

export const recoveryRoutes: Entry[] = [
  {
    route: "POST /store/customers/password/request",
    tag: "Recovery",
    summary: "Ask for a code that sets a new password",
    description:
      "Exactly one of `email` and `phone`. The answer is the same whether or not there is an account.",
    access: "owned",
    body: KnownContact,
    answers: { 200: SentCode },
    codes: SENDS_QUIETLY,
  },
  {
    route: "POST /store/customers/password/confirm",
    tag: "Recovery",
    summary: "Set a new password by a code",
    description: "It logs nobody in. Every session of the customer ends.",
    access: "store",
    body: storeConfirmRecovery(DOCUMENTED).register(bodies, {
      id: "NewPasswordByCode",
    }),
    answers: { 200: Success },
    codes: [...READS, ...SETS_PASSWORD, "contact_taken", "customer_not_found"],
  },
  {
    route: "POST /store/customers/contact-change/undo",
    tag: "Recovery",
    summary: "Undo a contact change by the link of its notice",
    description:
      "The link is the proof, and works once. Every session ends, and the password is void.",
    access: "store",
    body: StoreUndoContactChange.register(bodies, { id: "UndoLink" }),
    answers: {
      200: UndoneChange,
    },
    codes: [
      "undo_token_invalid",
      "undo_expired",
      "undo_used",
      "undo_running",
      "contact_taken",
      "customer_not_found",
    ],
  },
]
