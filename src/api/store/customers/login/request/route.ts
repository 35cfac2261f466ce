import { requestCodeLogin } from "../../../../../auth"
import { anonymousRequest } from "../../../../utils/anonymous-request"

/** Sends a code to log in with; the answer says nothing about whether there is an account. */
export const POST = anonymousRequest(requestCodeLogin)
