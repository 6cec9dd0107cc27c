import type { SiteSettings } from './settings'

/**
 * Domains whose links are no fault, and which others may pretend to be: those that the site allows, and
 * the hosts of its own pages.
 * @param ownUrl where readers see this installation, if it is known
 */
export const trustedDomains = (
  { allowed_domains, origins }: Pick<SiteSettings, 'allowed_domains' | 'origins'>,
  ownUrl: string | undefined,
): readonly string[] => [
  ...allowed_domains,
  ...[...origins, ...(ownUrl ? [ownUrl] : [])].map((url) => new URL(url).hostname),
]
