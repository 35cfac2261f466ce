/**
 * The subject that a code and its counts are kept under. Who shows a token of the subject has codes, waits and failures
 * apart from whoever only knows it: a stranger neither uses up the owner's nor replaces their code.
 *
 * @param subject an id or a hash, neither of which has a slash
 * @example budgetOf("cus_1", true) // "cus_1/own"
 */
export function budgetOf(subject: string, own: boolean | undefined): string {
  return own ? `${subject}/own` : subject
}

/**
 * The subjects with which everything of these is found.
 *
 * @example budgetsOf(["cus_1"]) // ["cus_1", "cus_1/own"]
 */
export function budgetsOf(subjects: string[]): string[] {
  return subjects.flatMap((subject) => [
    budgetOf(subject, false),
    budgetOf(subject, true),
  ])
}
