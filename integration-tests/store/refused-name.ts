/** The store refuses a customer of this name, after Medusa has created them. */
export const REFUSED_FIRST_NAME = "Refused"
