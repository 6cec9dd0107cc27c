import { Router } from 'express'
import {
  confirmSecondFactor,
  offerSecondFactor,
  type Refusal,
  readOffer,
  remakeRecoveryCodes,
  switchOffSecondFactor,
} from '../accounts/second-factor.flow'
import type { Services } from '../services'
import { setSession } from './cookies'
import { type ConsoleDoor, fieldOf, frameOf, sendHtml, signedIn } from './door.routes'
import {
  renderRecoveryCodesPage,
  renderSetUpPage,
  type SecondFactorField,
  secondFactorPath,
} from './second-factor.view'
import { sendAccount } from './session.routes'
import { originOf, statusOf } from './sign-in.routes'

/** Everybody's own second step: on, off, and new recovery codes. */
export function secondFactorPages(services: Services): Router {
  const router = Router()
  const path = '/account/second-factor'
  router.get(path, signedIn(services, sendSetUp))
  router.post(path, signedIn(services, postOffer))
  router.post(`${path}/confirm`, signedIn(services, postConfirmation))
  router.post(`${path}/recovery-codes`, signedIn(services, postRecoveryCodes))
  router.post(`${path}/off`, signedIn(services, postOff))
  return router
}

const accountHref = '/console/account'
const toolsOf = ({ services }: ConsoleDoor) => ({ db: services.db, keys: services.keys.signIn })

const checkOf = ({ services, request }: ConsoleDoor) => ({
  password: (fieldOf(request, 'password') ?? '').slice(0, 1000),
  ...originOf(services, request),
})

async function refuse(
  door: ConsoleDoor,
  field: SecondFactorField,
  outcome: Refusal['outcome'],
): Promise<void> {
  const { account, signIn } = door.words
  const messages = {
    wrong: account.problems.wrong,
    throttled: account.throttled,
    busy: signIn.busy,
  }
  const problem = { field, message: messages[outcome] }
  await sendAccount(door, statusOf(door.response, outcome), { problem })
}

async function sendSetUp(door: ConsoleDoor): Promise<void> {
  const offer = await readOffer(toolsOf(door), door.visitor)
  if (offer)
    sendHtml(door.response, 200, renderSetUpPage({ frame: frameOf(door, 'account'), offer }))
  else door.response.redirect(303, accountHref)
}

async function postOffer(door: ConsoleDoor): Promise<void> {
  const { outcome } = await offerSecondFactor(toolsOf(door), door.visitor, checkOf(door))
  if (outcome === 'offered') door.response.redirect(303, secondFactorPath)
  else if (outcome === 'on-already') door.response.redirect(303, accountHref)
  else await refuse(door, 'second-on', outcome)
}

async function postConfirmation(door: ConsoleDoor): Promise<void> {
  const { services, visitor, words, request, response, now } = door
  const code = (fieldOf(request, 'code') ?? '').slice(0, 100)
  const result = await confirmSecondFactor(toolsOf(door), visitor, { code, now })
  const frame = frameOf(door, 'account')
  if (result.outcome === 'nothing-offered') {
    response.redirect(303, accountHref)
    return
  }
  if (result.outcome === 'wrong-code') {
    const page = { frame, offer: result.offer, problem: words.secondStep.wrongSetUpCode }
    sendHtml(response, 422, renderSetUpPage(page))
    return
  }
  response.append('set-cookie', setSession(services.config, result.session))
  const page = { frame, notice: words.secondStep.isOn, codes: result.recoveryCodes }
  sendHtml(response, 200, renderRecoveryCodesPage(page))
}

async function postRecoveryCodes(door: ConsoleDoor): Promise<void> {
  const result = await remakeRecoveryCodes(toolsOf(door), door.visitor, checkOf(door))
  if (result.outcome === 'off') door.response.redirect(303, accountHref)
  else if (result.outcome !== 'made') await refuse(door, 'second-codes', result.outcome)
  else {
    const frame = frameOf(door, 'account')
    const page = { frame, notice: door.words.secondStep.remade, codes: result.recoveryCodes }
    sendHtml(door.response, 200, renderRecoveryCodesPage(page))
  }
}

async function postOff(door: ConsoleDoor): Promise<void> {
  const { outcome } = await switchOffSecondFactor(toolsOf(door), door.visitor, checkOf(door))
  if (outcome === 'off') door.response.redirect(303, `${accountHref}?said=secondStepOff`)
  else await refuse(door, 'second-off', outcome)
}
