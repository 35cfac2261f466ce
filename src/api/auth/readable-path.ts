import { PluginError } from "../../errors"
import { withErrors } from "../utils/with-errors"

/**
 * Middleware: refuses a path that is no percent-encoding (RFC 3986 §2.1, in UTF-8), at which Express fails as soon as a
 * route reads a parameter of it, and Medusa 2.21 answers 500. Not so under `/admin`, where Medusa itself reads every path
 * before a plugin can.
 */
export const readablePath = withErrors(async (req, _res, next) => {
  if (!isReadable(req.path)) {
    throw new PluginError("invalid_path")
  }
  next()
})

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
