/** `limits.logins_per_day` of the store that registers by e-mail and phone. */
export const LOGINS_PER_DAY = 6

/** `limits.sms_per_day` of the store that registers by phone. */
export const SMS_PER_DAY = 5
