import { requestRecovery } from "../../../../../auth"
import { anonymousRequest } from "../../../../utils/anonymous-request"

/** Sends a code to set a new password; the answer says nothing about whether there is an account. */
export const POST = anonymousRequest(requestRecovery)
