import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import jwt from "jsonwebtoken"
import { z } from "zod"
import { ownerOf } from "../medusa/identity-owner"
import { assertVerified } from "./assert-verified"

const answerSchema = z.object({
  token: z.string(),
  mfa_required: z.boolean().default(false),
  verification_required: z.boolean().default(false),
})

const claimsSchema = z.object({
  actor_type: z.literal("customer"),
  actor_id: z.string(),
  auth_identity_id: z.string(),
  auth_provider: z.string().optional(),
})

/**
 * Refuses an answer of Medusa that logs an unverified customer in, or that takes them to the second step of a login.
 * It looks at the token that was made, whichever route made it.
 *
 * @param authProvider the provider in the request's path, for tokens that do not name theirs
 * @throws PluginError `verification_required`
 */
export async function assertTokenAllowed(
  container: MedusaContainer,
  answer: unknown,
  authProvider: string | undefined
): Promise<void> {
  const { data: made } = answerSchema.safeParse(answer)
  const { data: claims } = claimsSchema.safeParse(
    made && jwt.decode(made.token)
  )
  if (!made || !claims) {
    return
  }
  const secondStep = made.mfa_required || made.verification_required
  const customerId =
    claims.actor_id ||
    (secondStep && (await customerOf(container, claims.auth_identity_id)))
  if (customerId) {
    await assertVerified(container, {
      customer_id: customerId,
      auth_identity_id: claims.auth_identity_id,
      auth_provider: claims.auth_provider ?? authProvider,
    })
  }
}

async function customerOf(
  container: MedusaContainer,
  authIdentityId: string
): Promise<string | undefined> {
  const identity = await container
    .resolve(Modules.AUTH)
    .retrieveAuthIdentity(authIdentityId)
  return ownerOf(identity)
}
