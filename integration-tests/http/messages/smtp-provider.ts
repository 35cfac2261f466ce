/** A provider as a store writes it in a few lines: subject, HTML and text go to a mail server. */
export const SMTP_PROVIDER = `
const { AbstractNotificationProviderService, ModuleProvider, Modules } = require("@medusajs/framework/utils")
const { createTransport } = require("nodemailer")

class Smtp extends AbstractNotificationProviderService {
  static identifier = "own-smtp"

  constructor() {
    super()
    const { SMTP_HOST: host, SMTP_PORT: port } = process.env
    this.transport = createTransport({ host, port: Number(port), auth: { user: "user", pass: "pass" } })
  }

  async send({ to, content: { subject, html, text } }) {
    const from = { name: process.env.SMTP_NAME, address: "shop@example.com" }
    const { messageId } = await this.transport.sendMail({ from, to, subject, html, text })
    return { id: messageId }
  }
}

module.exports = ModuleProvider(Modules.NOTIFICATION, { services: [Smtp] })
`
