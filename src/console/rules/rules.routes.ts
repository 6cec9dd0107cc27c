import { Router } from 'express'
import { readRuleStatistics } from '../../moderation/rule-acts.store'
import { listRules } from '../../rules/rule.store'
import { addDefaultPack } from '../../rules/rule-file.flow'
import type { Services } from '../../services'
import {
  actorOfVisitor,
  type ConsoleDoor,
  chosenSite,
  frameOf,
  ownersOnly,
  sendHtml,
  signedIn,
} from '../door.routes'
import { rulesHref } from './rule-addresses'
import { ruleEditor } from './rule-editor.routes'
import { rulePage } from './rule-page.routes'
import { renderRulesPage } from './rules.view'

/** The rules of a site: read by everybody who has signed in, changed by owners. */
export function rulePages(services: Services): Router {
  const router = Router()
  router.get('/rules', signedIn(services, sendRules))
  router.post('/rules/:site/pack', ownersOnly(services, addPack))
  // before the rules by id: "new" is no id
  router.use(ruleEditor(services))
  router.use(rulePage(services))
  return router
}

const notices = ['deleted', 'packAdded', 'modeChanged'] as const

async function sendRules(door: ConsoleDoor): Promise<void> {
  const { services, request, response, visitor, words } = door
  const { site, all } = await chosenSite(door, request.query.site)
  const rules = await listRules(services.db, site.id)
  const ids = rules.map(({ id }) => id)
  const said = notices.find((one) => one === request.query.said)
  const html = renderRulesPage({
    frame: frameOf(door, 'rules'),
    site,
    sites: all,
    rules,
    statistics: await readRuleStatistics(services.db, site.id, ids),
    mayEdit: visitor.role === 'owner',
    now: door.now,
    notice: said && words.rulesPages[said],
  })
  sendHtml(response, 200, html)
}

async function addPack(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response } = door
  const { site } = await chosenSite(door, request.params.site)
  await addDefaultPack(services.db, site.id, actorOfVisitor(visitor))
  response.redirect(303, `${rulesHref(site.slug)}&said=packAdded`)
}
