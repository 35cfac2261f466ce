import { useEffect, useState } from "react"
import "./outbox-panel.css"

const POLL_MS = 1000

/** As the demo's notification provider writes it down. */
type Message = {
  to: string
  channel: "sms" | "email"
  subject?: string
  text?: string
}

/**
 * Shows what the shop of `npm run demo` sends, as a phone and a mailbox would. A real shop has no such thing: nothing here
 * is used unless config.json names an `outboxUrl`.
 */
export default function OutboxPanel({ url }: { url: string }) {
  const messages = useMessages(url)
  const [open, setOpen] = useState(true)

  return (
    <aside
      className="outbox"
      data-open={open}
      lang="en"
      aria-label="Outbox of the demo"
    >
      <div className="outbox-body" dir="ltr">
        <button
          type="button"
          className="outbox-head"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span>Outbox of the demo</span>
          <span className="outbox-count">{messages.length}</span>
        </button>
        {open && <MessageList messages={messages} />}
      </div>
    </aside>
  )
}

/** The newest first. */
function MessageList({ messages }: { messages: Message[] }) {
  return (
    <div className="outbox-list" tabIndex={0} role="log" aria-label="Messages">
      {messages.length === 0 && (
        <p className="outbox-empty">
          What the shop sends appears here, instead of on your phone.
        </p>
      )}
      {[...messages].reverse().map((message, at) => (
        <MessageCard key={messages.length - at} message={message} />
      ))}
    </div>
  )
}

function MessageCard({
  message: { to, channel, subject, text = "" },
}: {
  message: Message
}) {
  return (
    <article className="outbox-message">
      <p className="outbox-to">
        {channel === "sms" ? "SMS" : "E-mail"} to {to}
      </p>
      {subject && <p className="outbox-subject">{subject}</p>}
      <p className="outbox-text">{withLinksAndCodes(text.trim())}</p>
    </article>
  )
}

/** Codes stand out, and links of this storefront can be followed. */
function withLinksAndCodes(text: string) {
  return text.split(/(https?:\/\/\S+|\b\d{6}\b)/).map((part, at) => {
    if (/^https?:/.test(part)) {
      return (
        <a key={at} href={part}>
          {part.length > 60 ? `${part.slice(0, 57)}…` : part}
        </a>
      )
    }
    return /^\d{6}$/.test(part) ? <mark key={at}>{part}</mark> : part
  })
}

function useMessages(url: string): Message[] {
  const [messages, setMessages] = useState<Message[]>([])
  useEffect(() => {
    const read = () =>
      fetch(url)
        .then((response) => response.json() as Promise<Message[]>)
        .then(setMessages)
        // The demo has ended.
        .catch(() => clearInterval(timer))
    const timer = setInterval(() => void read(), POLL_MS)
    void read()
    return () => clearInterval(timer)
  }, [url])
  return messages
}
