import type { learnt as english } from '../en/learnt'
import { count, percent } from './formats'

/** What a site's scores have learnt from its moderators. */
export const learnt: typeof english = {
  title: 'Was die Werte gelernt haben',
  link: 'Was die Werte gelernt haben und wie es sich vergessen lässt',
  back: 'Alle Einstellungen',
  isOn: 'Die Werte dieser Website lernen von der Moderation.',
  isOff: 'Das Lernen ist ausgeschaltet: Gelerntes bleibt gespeichert, wird aber nicht verwendet.',
  since: (moment) => `Nur aus Entscheidungen ab dem ${moment}.`,
  none: 'Noch wurde nichts gelernt. Es beginnt mit den ersten paar Dutzend Entscheidungen; nach einem Update werden alle binnen ein, zwei Minuten noch einmal durchgegangen.',
  decisions: (value, when) =>
    `Gelernt aus ${count(value, 'Entscheidung', 'Entscheidungen')} (zuletzt: ${when}).`,
  raises: 'Erhöht den Wert am meisten',
  lowers: 'Senkt ihn am meisten',
  noWords: 'Kein Wort sticht hervor.',
  limits: 'Wo eine Schwelle läge',
  fitted: (value) =>
    `An diese Website angepasst anhand von ${count(value, 'Entscheidung', 'Entscheidungen')}: Von den Kommentaren mit dem Wert 0,8 werden hier etwa acht von zehn abgelehnt.`,
  notFitted:
    'Noch nicht an diese Website angepasst: Dafür braucht es fünfzig Entscheidungen, davon fünf jeder Art.',
  limitsIntro:
    'Ein Kommentar, der die Schwelle erreicht, wird zurückgehalten. So viele der Kommentare, die das Team freigegeben hat, liegen dort:',
  limitFrom: 'Schwelle',
  limitHolds: 'Der freigegebenen Kommentare',
  noLimits: 'Es wurden noch zu wenige Kommentare freigegeben, um zu sagen, wo eine Schwelle läge.',
  limitsNow: 'Zurzeit gilt:',
  setLimits: (score) => `Schwellen einstellen: ${score}`,
  quality: 'Wie oft der Wert der Moderation entsprach',
  qualityIntro:
    'Bei den Kommentaren, über die das Team entschieden hat, nach Wochen; ein Wert ab einhalb gilt als Ja. Erkannt: von den deswegen abgelehnten; Fehlalarme: bei den freigegebenen.',
  week: 'Woche ab',
  decided: 'Entschieden',
  right: 'Übereinstimmend',
  found: 'Erkannt',
  wronglyFlagged: 'Fehlalarme',
  shareOf: (right, of) => percent(of === 0 ? 0 : right / of),
  noQuality: 'Im letzten halben Jahr hat niemand über bewertete Kommentare entschieden.',
  forgetTitle: 'Gelerntes vergessen',
  forgetText:
    'Die Werte werden wieder so, wie sie geliefert wurden. Gelernt wird dann neu aus künftigen Entscheidungen; frühere zählen nicht mehr. Das lässt sich nicht rückgängig machen.',
  confirm: 'Ja, für diese Website vergessen',
  forget: 'Vergessen',
  notConfirmed: 'Nichts wurde vergessen: Kreuzen Sie zuerst das Kästchen an.',
  forgotten: 'Vergessen. Gelernt wird ab jetzt neu.',
}
