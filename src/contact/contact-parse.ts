/**
 * The outcome of reading a contact that a person typed: its normal form, or one sentence that says what to do.
 * A fault never repeats the input, so it is safe in an answer and in a log.
 */
export type ContactParse =
  { value: string; fault?: undefined } | { value?: undefined; fault: string }
