/** What a message says: the shape that a notification provider gets as its `content`. */
export type MessageContent = {
  /** One line, without the code. Only e-mails have one. */
  subject?: string
  /** The HTML part of an e-mail. */
  html?: string
  /** The text part of an e-mail, or the whole text message. */
  text: string
}
