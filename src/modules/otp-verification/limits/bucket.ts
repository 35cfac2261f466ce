/** A limit to take one hit from. */
export type Bucket = {
  /** Keyed hash of what is limited. */
  key: string
  /** Hits allowed in the period. */
  max: number
  /** The period. */
  seconds: number
  /**
   * Personal limits log each hit, and so hold in any window; shared ones count in fixed windows,
   * because a busy store's log would grow without end.
   */
  shared: boolean
}
