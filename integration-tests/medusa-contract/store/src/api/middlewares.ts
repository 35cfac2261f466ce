import {
  defineMiddlewares,
  errorHandler,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"

type Seen = {
  at: string
  path: string
  validated: boolean
  auth_context?: object
}

type Traced = MedusaRequest & { seen?: Seen[]; auth_context?: object }

/** Notes how a request looks here, and answers the notes in place of Medusa where the request wants that. */
function see(at: string) {
  return (req: Traced, res: MedusaResponse, next: MedusaNextFunction): void => {
    const { path, auth_context, validatedBody } = req
    const validated = validatedBody !== undefined
    req.seen = [...(req.seen ?? []), { at, path, validated, auth_context }]
    if (req.headers["x-answer-at"] === at) {
      res.json({ seen: req.seen })
    } else {
      next()
    }
  }
}

/** Puts another body in the place of the one that Medusa has validated. */
function replaceBody(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const first_name = req.headers["x-replace-first-name"]
  if (first_name) {
    req.validatedBody = { first_name }
  }
  next()
}

/** Says of an answer with a token that it went through `res.json`, and by which path the request came. */
function watchTokens(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    if (Object(body).token) {
      res.setHeader("x-token-by-json", "yes")
    }
    return json(body)
  }
  res.setHeader("x-seen-path", req.path)
  next()
}

/** Gives a request its bearer token as late as the plugin does. */
function authorizeLate(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const token = req.headers["x-late-token"]
  if (typeof token === "string") {
    req.headers.authorization = `Bearer ${token}`
  }
  next()
}

/** Answers what it got, where the request wants that. */
function answerError(
  error: unknown,
  req: Traced,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (req.headers["x-answer-at"] === "error handler") {
    const { status, expose, type } = Object(error)
    res.status(200).json({ status, expose, type, seen: Boolean(req.seen) })
  } else {
    errorHandler()(error, req, res, next)
  }
}

export default defineMiddlewares({
  errorHandler: answerError,
  routes: [
    { matcher: "/auth", middlewares: [watchTokens, authorizeLate] },
    {
      matcher: "/auth/:actor_type/:auth_provider/update",
      methods: ["POST"],
      middlewares: [see("update")],
    },
    { matcher: "/store/customers", middlewares: [see("no methods")] },
    {
      matcher: "/store/customers",
      methods: ["POST"],
      middlewares: [see("exact")],
    },
    {
      matcher: "/store/customers/me*",
      methods: ["POST", "PATCH"],
      middlewares: [see("star")],
    },
    {
      matcher: "/store/customers/me",
      methods: ["POST"],
      middlewares: [see("exact"), replaceBody],
    },
    {
      matcher: "/admin/probe-policy",
      methods: ["GET"],
      policies: { resource: "probe", operation: "read" },
    },
  ],
})
