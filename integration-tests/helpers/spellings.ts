/**
 * An American number as five people would type it, in a store whose default country is
 * the US.
 *
 * @example spellings("+12133734253") // ["+12133734253", "+1 (213) 373-4253", …]
 */
export function spellings(phone: string): string[] {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone)!
  return [
    phone,
    `+1 (${area}) ${exchange}-${line}`,
    `(${area}) ${exchange}-${line}`,
    `1.${area}.${exchange}.${line}`,
    ` 001 ${area} ${exchange} ${line} `,
  ]
}
