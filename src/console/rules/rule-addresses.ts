const part = encodeURIComponent

export const rulesHref = (site: string): string => `/console/rules?${new URLSearchParams({ site })}`

export const newRuleHref = (site: string): string => `/console/rules/${part(site)}/new`

export const checkHref = (site: string): string => `/console/rules/${part(site)}/check`

export const packHref = (site: string): string => `/console/rules/${part(site)}/pack`

export const ruleHref = (site: string, id: string): string => `/console/rules/${part(site)}/${id}`

type RulePage = 'edit' | 'mode' | 'rollback' | 'versions' | 'returns' | 'delete'

export const rulePageHref = (site: string, id: string, page: RulePage): string =>
  `${ruleHref(site, id)}/${page}`

export const editorHref = (site: string, id: string | undefined): string =>
  id === undefined ? newRuleHref(site) : rulePageHref(site, id, 'edit')
