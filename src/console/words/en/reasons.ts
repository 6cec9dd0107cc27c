import { type Reason, reasonCodes, reasons as taxonomy } from '../../../comments/reason'

/** English is the language of the taxonomy itself. */
export const reasons = Object.fromEntries(
  reasonCodes.map((code) => [code, taxonomy[code].label]),
) as Record<Reason, string>
