export const CLIENTS = 200
export const PER_IP_HOUR = 70
export const SMS_PER_DAY = 1_000
/** As they are by default. */
export const PER_DESTINATION_HOUR = 5
export const FAILURES_PER_DAY = 20
export const LOGINS_PER_DAY = 100
