import { spansOfLinks } from '../../text/links'
import type { BuiltInRule } from '../rule'
import { countedLinks } from './counted-links'
import { says } from './details'

export const manyLinks: BuiltInRule = {
  name: 'many_links',
  title: 'Many links',
  explain: 'Holds a comment with more links than `max_links`; `allowed_domains` do not count.',
  judge: (subject) => {
    const limit = subject.settings.limits.max_links
    if (limit === null || subject.features.comment.links.length <= limit) return null
    const links = countedLinks(subject)
    if (links.length <= limit) return null
    return {
      action: 'hold',
      reason: 'links',
      priority: 50,
      ...says('many_links', { count: links.length, limit }),
      spans: spansOfLinks(links),
    }
  },
}
