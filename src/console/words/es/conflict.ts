import type { conflict as english } from '../en/conflict'

/** The texts of two moderators on one comment: who was first, who is on it. */
export const conflict: typeof english = {
  title: 'Alguien se adelantó',
  claimedTitle: 'Otra persona lo está revisando',
  claimed: (who, when) => `${who} está revisando este comentario (${when}) y aún no ha decidido.`,
  summary: (status, who, when) => `${status} por ${who}, ${when}.`,
  undone: (who, when) => `Decisión deshecha por ${who}, ${when}.`,
  edited: 'El autor ha cambiado el texto desde que usted lo vio.',
  changed: 'El comentario ha cambiado desde que usted lo vio.',
  you: 'Usted quería',
  now: 'Estado actual',
  textNow: 'Texto actual',
  textThen: 'Texto que usted vio',
  anyway: (action) => `${action} de todos modos`,
  leave: 'Dejarlo como está',
}
