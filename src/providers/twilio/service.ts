import { createRequire } from "node:module"
import type {
  ConfigModule,
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import {
  AbstractNotificationProviderService,
  MedusaError,
} from "@medusajs/framework/utils"
import type { Twilio } from "twilio"
import { hideSecrets } from "../../contact"
import { pluginOptions } from "../../medusa/plugin-options"
import { parseOptions } from "../../options"
import { parseTwilioOptions, type TwilioOptions } from "./options"

type InjectedDependencies = { configModule: ConfigModule }

const PACKAGE = "twilio"
const requireHere = createRequire(__filename)

/** What to do about an error, where Twilio's own words do not say it. */
const HINTS: Record<number, string> = {
  20003: "check account_sid and auth_token, or the API key",
  20404: "check account_sid, and that messaging_service_sid is this account's",
  21408: "allow the receiver's country in Twilio's geo permissions",
  21606: "`from` has to be a number of this account that sends text messages",
  21608: "a trial account sends to verified numbers only",
  21610: "the receiver has answered STOP",
}

/** Why Twilio did not take a message. Unlike the sdk's own error it holds no request, and so no text, number or token. */
export class TwilioError extends Error {
  override name = "TwilioError"

  constructor(
    message: string,
    /** Twilio's error code, or that of the connection. */
    readonly code?: number | string,
    /** The HTTP status. */
    readonly status?: number
  ) {
    super(message)
  }
}

/**
 * Notification provider `twilio`: text messages by Twilio's Messages API. It sends `content.text`.
 *
 * @example { resolve: "customer-registration/providers/twilio", id: "twilio", options: { channels: ["sms"], account_sid, auth_token, from } }
 */
export class TwilioNotificationService extends AbstractNotificationProviderService {
  static override identifier = "twilio"

  private readonly options_: TwilioOptions
  private readonly configModule_: ConfigModule
  private client_?: Twilio

  /** @throws MedusaError `invalid_argument` for wrong options, or without the package; Medusa calls this at boot */
  static override validateOptions(options: Record<string, unknown>): void {
    parseTwilioOptions(options)
    try {
      requireHere.resolve(PACKAGE)
    } catch {
      throw new MedusaError(
        MedusaError.Types.INVALID_ARGUMENT,
        `twilio: the package "${PACKAGE}" is not installed: run "npm install ${PACKAGE}@6" in your store`
      )
    }
  }

  constructor({ configModule }: InjectedDependencies, options: unknown) {
    super()
    this.configModule_ = configModule
    this.options_ = parseTwilioOptions(options)
  }

  /**
   * Sends a text message. Nothing is sent twice: a call that fails or takes too long is not repeated.
   *
   * @returns the message's SID
   * @throws MedusaError `invalid_data` without `content.text`
   * @throws TwilioError with Twilio's code and the status, and its words without number, text and credentials
   */
  override async send({
    to,
    from,
    content,
    template,
  }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    const body = content?.text?.trim()
    if (!body) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `twilio: the notification "${template}" has no content.text, and there are no templates here; if the template is an option of the plugin, leave it out or name a file of the store`
      )
    }
    const { messaging_service_sid } = this.options_
    try {
      const { sid } = await this.client().messages.create({
        to,
        body,
        from: [from?.trim(), this.options_.from].find(Boolean),
        messagingServiceSid: messaging_service_sid,
      })
      return { id: sid }
    } catch (error) {
      throw asTwilioError(error, [to, body, ...this.credentials()])
    }
  }

  private credentials(): string[] {
    const { account_sid, auth_token, api_key_sid, api_key_secret } =
      this.options_
    return [account_sid, auth_token, api_key_sid, api_key_secret].flatMap(
      (value) => value ?? []
    )
  }

  private client(): Twilio {
    return (this.client_ ??= this.connect())
  }

  // Loaded with the first message: the package is large, and a server may send none.
  private connect(): Twilio {
    const twilio = requireHere(PACKAGE) as typeof import("twilio")
    const { account_sid, auth_token, base_url } = this.options_
    const { api_key_sid, api_key_secret, timeout_seconds } = this.options_
    const seconds = timeout_seconds ?? this.pluginsTimeout()
    const client = twilio(
      api_key_sid ?? account_sid,
      api_key_sid ? api_key_secret : auth_token,
      { accountSid: account_sid, timeout: seconds * 1000, autoRetry: false }
    )
    if (base_url) {
      client.api.baseUrl = base_url.replace(/\/$/, "")
    }
    return client
  }

  private pluginsTimeout(): number {
    const { storeCors } = this.configModule_.projectConfig.http
    const options = pluginOptions(this.configModule_)
    return parseOptions(options, { storeCors }).delivery.timeout_seconds
  }
}

// Twilio's words may quote the number: "The number +1… is unverified".
function asTwilioError(error: unknown, secrets: string[]): TwilioError {
  const { message, code, status } = Object(error) as {
    message?: unknown
    code?: unknown
    status?: unknown
  }
  const hint = typeof code === "number" ? HINTS[code] : undefined
  const words = hideSecrets(
    typeof message === "string" ? message : String(error),
    secrets
  )
  return new TwilioError(
    hint ? `${words} (${hint})` : words,
    typeof code === "number" || typeof code === "string" ? code : undefined,
    typeof status === "number" ? status : undefined
  )
}
