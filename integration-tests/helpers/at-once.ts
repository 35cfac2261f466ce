/** Does the same many times at once. */
export function atOnce<T>(
  times: number,
  act: (nth: number) => Promise<T>
): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, nth) => act(nth)))
}
