import type { conflict as english } from '../en/conflict'
import { by, lowered } from './formats'

/** The texts of two moderators on one comment: who was first, who is on it. */
export const conflict: typeof english = {
  title: 'Jemand war schneller',
  claimedTitle: 'Schon in Bearbeitung',
  claimed: (who, when) =>
    `${who} hat diesen Kommentar ${when} zur Bearbeitung geöffnet und noch nicht entschieden.`,
  summary: (status, who, when) => `${status} ${by(who)}, ${when}.`,
  undone: (who, when) => `Rückgängig gemacht ${by(who)}, ${when}.`,
  edited: 'Der Autor hat den Text geändert, seit Sie ihn gesehen haben.',
  changed: 'Der Kommentar hat sich geändert, seit Sie ihn gesehen haben.',
  you: 'Ihre Wahl',
  now: 'Aktueller Status',
  textNow: 'Text jetzt',
  textThen: 'Text, den Sie gesehen haben',
  anyway: (action) => `Trotzdem ${action === 'Spam' ? 'als Spam markieren' : lowered(action)}`,
  leave: 'So lassen',
}
