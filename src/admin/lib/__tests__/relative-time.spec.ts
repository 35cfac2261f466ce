import { relativeTime } from "../relative-time"

const NOW = Date.parse("2026-03-01T12:00:00Z")

it.each([
  ["2026-03-01T11:59:30Z", "just now"],
  ["2026-03-01T12:00:30Z", "in a moment"],
  ["2026-03-01T11:59:00Z", "1 minute ago"],
  ["2026-03-01T13:59:59Z", "in 1 hour"],
  ["2026-02-28T12:00:01Z", "23 hours ago"],
  ["2026-02-27T12:00:01Z", "1 day ago"],
  ["2026-03-14T12:00:00Z", "in 13 days"],
  ["2026-01-01T12:00:00Z", "1 month ago"],
  ["2024-03-01T12:00:00Z", "2 years ago"],
])("relativeTime says for %s: %s", (date, expected) => {
  expect(relativeTime(date, NOW)).toBe(expected)
})
