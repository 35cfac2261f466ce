import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import {
  hasCodeProvider,
  hasFactorProvider,
  setsUpFactors,
} from "../../medusa/auth-providers"
import { PROVIDERS } from "../../medusa/logins"
import { isStorable, parseBody } from "../utils/validation"
import { withErrors } from "../utils/with-errors"

const NO_PROVIDER = "the store has no such provider"

// The two are in one index, whose entries PostgreSQL holds to 2,704 bytes.
const INDEXED_BYTES = 2_500

function bytesOf({ entity_id, entity_type }: Record<string, unknown>): number {
  return Buffer.byteLength(`${String(entity_id)}${String(entity_type)}`)
}

const codeProvider = (container: MedusaContainer) =>
  z.looseObject({
    code_provider: z
      .string()
      .refine((id) => hasCodeProvider(container, id), NO_PROVIDER)
      .optional(),
  })

const stored = <Schema extends z.ZodType>(schema: Schema) =>
  schema.refine((value) => isStorable(value), "cannot be stored")

/**
 * Middleware: refuses a verification that Medusa 2.21 answers with 500: by a provider that the Auth module lacks, or of what
 * PostgreSQL cannot store.
 */
export const checkVerification = checkParsed((container) =>
  stored(codeProvider(container)).refine(
    (body) => bytesOf(body) <= INDEXED_BYTES,
    "entity_id and entity_type are too long"
  )
)

/** Middleware: the same for the code of a verification. */
export const checkConfirmation = checkParsed(codeProvider)

/** Middleware: the same for a second factor that is to be set up. */
export const checkFactor = checkParsed((container) =>
  stored(
    z.looseObject({
      provider: z
        .string()
        .refine((id) => setsUpFactors(container, id), NO_PROVIDER)
        // An older Medusa has no such route, and parses nothing here.
        .optional(),
    })
  )
)

/** Middleware: the same for a second factor that is to be removed. */
export const checkFactorMethod = checkParsed((container) =>
  z.looseObject({
    method: z
      .string()
      .refine((id) => hasFactorProvider(container, id), NO_PROVIDER)
      .optional(),
  })
)

/** Medusa has parsed the body, and asked for the token, before a middleware of this path runs. */
function checkParsed(schemaOf: (container: MedusaContainer) => z.ZodType) {
  return withErrors(async (req: MedusaRequest, _res, next) => {
    parseBody(schemaOf(req.scope), req.validatedBody)
    next()
  })
}

const storableEmail = z.looseObject({ email: stored(z.unknown()) })

/** Middleware: an e-mail that cannot be stored registers nobody, whatever kind of actor registers. */
export const checkEmail = withErrors(
  async ({ params, body }: MedusaRequest, _res, next) => {
    if (params.auth_provider === PROVIDERS.email) {
      parseBody(storableEmail, body)
    }
    next()
  }
)
