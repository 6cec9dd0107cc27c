import { sha256 } from '../platform/keys'

const maxSlugLength = 80
/** Letters that NFKD leaves whole. */
const spelledOut: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
}

/**
 * The last part of an article's address: a-z, 0-9 and single hyphens, 1..80 characters, cut at the
 * end of a word. A title that is mostly written in another script becomes `article-` and eight
 * hexadecimal digits of its SHA-256, so that the same title always has the same address.
 */
export function slugOf(title: string): string {
  const letters = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ]/gu, '')
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => spelledOut[letter] ?? '')
  const slug = letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  const lost = letters.match(/[^\P{L}a-z]/gu)?.length ?? 0
  const kept = slug.match(/[a-z]/g)?.length ?? 0
  return slug === '' || lost > kept ? hashedSlug(title) : cutAtWordEnd(slug)
}

function hashedSlug(title: string): string {
  return `article-${sha256(title.normalize('NFC')).toString('hex').slice(0, 8)}`
}

function cutAtWordEnd(slug: string): string {
  if (slug.length <= maxSlugLength) return slug
  const wordEnd = slug.lastIndexOf('-', maxSlugLength)
  return slug.slice(0, wordEnd > 0 ? wordEnd : maxSlugLength)
}
