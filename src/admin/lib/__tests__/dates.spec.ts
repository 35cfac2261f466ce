import { relativeTime, startOfDay } from "../dates"

const relative = (
  date: string,
  now: string,
  { locale = "en", timeZone = "UTC" } = {}
) => relativeTime(new Date(date), locale, new Date(now), timeZone)

it.each([
  ["2026-03-01T11:59:01Z", "now"],
  ["2026-03-01T12:00:59Z", "now"],
  ["2026-03-01T11:59:00Z", "1 minute ago"],
  ["2026-03-01T12:59:59Z", "in 59 minutes"],
  ["2026-03-01T13:00:00Z", "today"],
  ["2026-03-01T00:00:00Z", "today"],
  ["2026-02-28T23:59:59Z", "yesterday"],
  ["2026-03-02T00:00:00Z", "tomorrow"],
  ["2026-03-07T00:01:00Z", "in 6 days"],
  ["2026-03-07T23:59:00Z", "in 6 days"],
  ["2026-04-29T00:00:00Z", "in 59 days"],
  ["2026-04-30T00:00:00Z", "in 2 months"],
  ["2026-01-01T12:00:00Z", "59 days ago"],
  ["2025-03-01T12:00:00Z", "12 months ago"],
  ["2024-03-01T12:00:00Z", "2 years ago"],
])("relativeTime says at noon of March 1 for %s: %s", (date, expected) => {
  expect(relative(date, "2026-03-01T12:00:00Z")).toBe(expected)
})

it("relativeTime counts minutes over midnight", () => {
  expect(relative("2026-03-02T00:10:00Z", "2026-03-01T23:50:00Z")).toBe(
    "in 20 minutes"
  )
})

it.each([
  // 23 and 25 hours lie between these noons in New York.
  ["2026-03-08T16:00:00Z", "2026-03-07T17:00:00Z", "tomorrow"],
  ["2026-11-01T17:00:00Z", "2026-10-31T16:00:00Z", "tomorrow"],
  // From the first minute of a day to the last one of the sixth day after it, over a change of the clock.
  ["2026-03-13T03:59:00Z", "2026-03-06T05:00:00Z", "in 6 days"],
  ["2026-11-06T04:59:00Z", "2026-10-30T04:00:00Z", "in 6 days"],
])(
  "relativeTime counts days of any length: %s at %s",
  (date, now, expected) => {
    expect(relative(date, now, { timeZone: "America/New_York" })).toBe(expected)
  }
)

it.each([
  ["Pacific/Auckland", "tomorrow"],
  ["UTC", "today"],
  ["America/Los_Angeles", "today"],
  ["Pacific/Kiritimati", "today"],
])("relativeTime counts the days of %s", (timeZone, expected) => {
  const [now, date] = ["2026-06-15T10:30:00Z", "2026-06-15T13:00:00Z"]

  expect(relative(date, now, { timeZone })).toBe(expected)
})

it.each([
  ["de", "2026-03-01T20:00:00Z", "heute"],
  ["de", "2026-03-02T20:00:00Z", "morgen"],
  ["de", "2026-03-07T20:00:00Z", "in 6 Tagen"],
  ["de", "2026-03-01T12:12:00Z", "in 12 Minuten"],
  ["en-GB", "2026-02-28T20:00:00Z", "yesterday"],
])("relativeTime says it in %s: %s", (locale, date, expected) => {
  expect(relative(date, "2026-03-01T12:00:00Z", { locale })).toBe(expected)
})

it("startOfDay counts calendar days", () => {
  const noon = new Date(2026, 2, 7, 12)

  expect(startOfDay(0, noon)).toEqual(new Date(2026, 2, 7))
  expect(startOfDay(1, noon)).toEqual(new Date(2026, 2, 8))
  expect(startOfDay(-7, noon)).toEqual(new Date(2026, 1, 28))
})
