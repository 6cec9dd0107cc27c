import { solve } from './solve'
import { sendOnWire, type WireAnswer } from './wire'

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** Undoes what the pages do to a text that is shown on them. */
export const textOfHtml = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)

/** Value of a form field as a browser would send it; undefined where there is no such field. */
export function fieldValue(html: string, name: string): string | undefined {
  const [input] = html.match(new RegExp(`<input(?=[^>]* name="${name}")(?:[^>"]|"[^"]*")*>`)) ?? []
  if (input) return textOfHtml(/ value="([^"]*)"/.exec(input)?.[1] ?? '')
  const [, area] =
    new RegExp(`<textarea(?=[^>]* name="${name}")[^>]*>([\\s\\S]*?)</textarea>`).exec(html) ?? []
  // a browser drops the first line break
  return area === undefined ? undefined : textOfHtml(area).replace(/^\n/, '')
}

/** The message beside a field. */
export const messageAt = (html: string, fieldId: string): string | undefined => {
  const [, message] = new RegExp(`id="${fieldId}-error"[^>]*>([^<]*)<`).exec(html) ?? []
  return message === undefined ? undefined : textOfHtml(message)
}

/** Sends a form as a browser without JavaScript does. */
export const sendForm = (
  url: string,
  path: string,
  fields: Record<string, string> | URLSearchParams | Buffer,
): Promise<WireAnswer> =>
  sendOnWire(url, {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.isBuffer(fields) ? fields : new URLSearchParams(fields).toString(),
  })

/** What the page's form holds, its sum solved. */
export function filledForm(html: string): { captcha_token: string; captcha_answer: string } {
  return {
    captcha_token: fieldValue(html, 'captcha_token') ?? '',
    captcha_answer: solve(html),
  }
}
