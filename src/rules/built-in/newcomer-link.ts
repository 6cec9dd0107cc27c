import { spansOfLinks } from '../../text/links'
import type { BuiltInRule } from '../rule'
import { countedLinks } from './counted-links'
import { says } from './details'
import { isNewcomer } from './newcomer'

export const newcomerLink: BuiltInRule = {
  name: 'newcomer_link',
  title: 'Link from a first-time author',
  explain: 'Holds a link from an author without an approved comment, when `newcomer_links` is on.',
  judge: (subject) => {
    const { features, settings } = subject
    if (!settings.limits.newcomer_links || !isNewcomer(features)) return null
    if (features.comment.links.length === 0) return null
    const links = countedLinks(subject)
    if (links.length === 0) return null
    return {
      action: 'hold',
      reason: 'links',
      priority: 45,
      ...says('newcomer_link', { count: links.length }),
      spans: spansOfLinks(links),
    }
  },
}
