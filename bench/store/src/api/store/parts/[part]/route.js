// @ts-check
const { Modules } = require("@medusajs/framework/utils")

const PLUGIN = "customer-registration/workflows"
const TYPE = "phone_verification"
const CUSTOMER = ["id", "email", "phone", "first_name", "last_name"]

/**
 * @typedef {import("@medusajs/framework/types").MedusaContainer} Container
 * @typedef {{ id: string, phone: string }} Customer
 * @typedef {{ customer_id: string, token: string, code: string }} Body
 */

/**
 * What `otp/send` and `otp/verify` do, piece by piece, to see where their time goes.
 *
 * @type {Record<string, (container: Container, body: Body) => Promise<unknown>>}
 */
const PARTS = {
  "look-up": lookUp,
  issue: async (container, { customer_id }) => {
    await issue(container, await lookUp(container, { customer_id }))
  },
  notify: async (container, { customer_id }) => {
    await notify(container, await lookUp(container, { customer_id }), "000000")
  },
  "issue-and-notify": async (container, { customer_id }) => {
    const customer = await lookUp(container, { customer_id })
    const { code } = await issue(container, customer)
    await notify(container, customer, code)
  },
  "send-workflow": async (container, { customer_id }) => {
    const { sendOtpWorkflow } = await import(PLUGIN)
    await sendOtpWorkflow(container).run({ input: { customer_id, type: TYPE } })
  },
  prove,
  "verify-workflow": async (container, body) => {
    const { verifyPhoneWorkflow } = await import(PLUGIN)
    const { customer_id, destination_hash } = await prove(container, body)
    await verifyPhoneWorkflow(container).run({
      input: { customer_id, destination_hash },
    })
  },
  "verify-and-answer": async (container, body) => {
    await PARTS["verify-workflow"](container, body)
    const { customer_id } = body
    await Promise.all([
      container
        .resolve(Modules.CUSTOMER)
        .listCustomers({ id: customer_id }, { select: CUSTOMER }),
      lookUp(container, { customer_id }),
    ])
  },
}

/**
 * @param {Container} container
 * @param {Pick<Body, "customer_id">} body
 */
async function lookUp(container, { customer_id }) {
  const found = await container
    .resolve("customerRegistration")
    .retrieveContacts(customer_id)
  return /** @type {Customer} */ (found)
}

/**
 * @param {Container} container
 * @param {Customer} customer
 */
async function issue(container, { id, phone }) {
  const issued = await container.resolve("otpVerification").issue({
    subject: id,
    purpose: TYPE,
    destination: phone,
    channel: "sms",
    text_message: true,
    resend_seconds: 60,
  })
  return /** @type {{ code: string }} */ (issued)
}

/**
 * @param {Container} container
 * @param {Customer} customer
 * @param {string} code
 */
function notify(container, { id, phone }, code) {
  return container.resolve(Modules.NOTIFICATION).createNotifications({
    to: phone,
    channel: "sms",
    template: "customer-registration/phone_verification",
    trigger_type: TYPE,
    receiver_id: id,
    content: { text: `${code} is your verification code.` },
  })
}

/**
 * @param {Container} container
 * @param {Body} body
 */
async function prove(container, body) {
  const { proveVerification } = await import(PLUGIN)
  return proveVerification(container, body)
}

exports.POST = async (
  /** @type {import("@medusajs/framework/http").MedusaRequest<Body>} */ req,
  /** @type {import("@medusajs/framework/http").MedusaResponse} */ res
) => {
  await PARTS[req.params.part](req.scope, req.body)
  res.json({})
}
