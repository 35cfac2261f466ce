// @ts-check
const { ContainerRegistrationKeys } = require("@medusajs/framework/utils")
const { provider } = require("../../../provider")

/** How many messages are with the provider, and how many connections of the pool are in use. */
exports.GET = async (
  /** @type {import("@medusajs/framework/http").MedusaRequest} */ req,
  /** @type {import("@medusajs/framework/http").MedusaResponse} */ res
) => {
  const { pool } = req.scope.resolve(
    ContainerRegistrationKeys.PG_CONNECTION
  ).client
  res.json({ waiting: provider.waiting, used: pool.numUsed() })
}

/** How long the provider takes from now on. */
exports.POST = async (
  /** @type {import("@medusajs/framework/http").MedusaRequest<{ wait_ms: number }>} */ req,
  /** @type {import("@medusajs/framework/http").MedusaResponse} */ res
) => {
  provider.waitMs = req.body.wait_ms
  res.json({})
}
