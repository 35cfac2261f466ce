import { requestDeletionCancel } from "../../../../../codes"
import { anonymousRequest } from "../../../../utils/anonymous-request"

/** Sends a code to cancel a deletion; the answer says nothing about whether there is one, or an account. */
export const POST = anonymousRequest(requestDeletionCancel)
