import type { fields as english } from '../en/setting-fields'

const seconds = 'Sekunden'
const characters = 'Zeichen'
const share = '0,7 sind 70\u00a0%.'

/** Each setting with what it does. */
export const fields: typeof english = {
  default_action: {
    label: 'Kommentar, den keine Regel erfasst',
    help: 'Zurückgehalten: Erst liest ihn jemand. Freigegeben: Er ist sofort öffentlich.',
  },
  unscored: {
    label: 'Kommentar, dem ein Wert fehlt',
    help: 'Für Spam oder Toxizität, etwa in einer Sprache ohne Modell. Ohne den Wert entscheiden die übrigen Regeln und die Einstellung darüber.',
  },
  comments_open: {
    label: 'Kommentare sind möglich',
    help: 'Ohne Haken kann auf dieser Website niemand schreiben; Vorhandenes bleibt stehen.',
  },
  edit_window_seconds: {
    label: 'Bearbeitungszeit für Autoren',
    help: 'Ein bearbeiteter Kommentar wird neu geprüft. 0: nie.',
    unit: seconds,
  },
  language: {
    label: 'Sprache der Artikel',
    help: 'Zwei Buchstaben (ISO 639-1), zum Beispiel de.',
  },
  time_zone: {
    label: 'Zeitzone',
    help: 'Für Regeln, die die Uhrzeit kennen, zum Beispiel Europe/Berlin.',
  },
  'limits.max_links': {
    label: 'Höchstzahl der Links',
    help: 'Mit mehr Links wird der Kommentar zurückgehalten.',
    unit: 'Links',
  },
  'limits.newcomer_links': {
    label: 'Links neuer Autoren zurückhalten',
    help: 'Bis ein Kommentar des Autors freigegeben ist.',
  },
  'limits.hold_newcomers': {
    label: 'Alle Kommentare neuer Autoren zurückhalten',
    help: 'Bis ein Kommentar des Autors freigegeben ist.',
  },
  'limits.max_duplicates': {
    label: 'Gleiche Texte in 24 Stunden',
    help: 'Weitere werden zurückgehalten. Spam sind sie nur, wenn ein Autor oder ein Netz immer wieder dieselbe Werbung sendet oder ein Autor denselben langen Text.',
    unit: 'Texte',
  },
  'limits.max_near_duplicates': {
    label: 'Fast gleiche Texte in 24 Stunden',
    help: 'Weitere werden zurückgehalten.',
    unit: 'Texte',
  },
  'limits.author_per_hour': {
    label: 'Kommentare eines Autors je Stunde',
    help: 'Weitere werden zurückgehalten.',
    unit: 'Kommentare',
  },
  'limits.network_per_hour': {
    label: 'Kommentare aus einem Netz je Stunde',
    help: 'Weitere werden zurückgehalten. Eine Redaktion oder Schule teilt sich oft ein Netz.',
    unit: 'Kommentare',
  },
  'limits.max_caps': {
    label: 'Anteil der Großbuchstaben',
    help: `Bei einem größeren Anteil wird zurückgehalten. ${share}`,
  },
  'limits.min_length': {
    label: 'Kürzester Kommentar',
    help: 'Kürzere werden zurückgehalten.',
    unit: characters,
  },
  'limits.max_length': {
    label: 'Längster Kommentar',
    help: 'Längere werden zurückgehalten.',
    unit: characters,
  },
  captcha_min_age_ms: {
    label: 'Schnellste Lösung der Rechenaufgabe',
    help: 'Eine schnellere wird abgewiesen, und der Leser bekommt eine neue Aufgabe.',
    unit: 'Millisekunden',
  },
  captcha_ttl_seconds: {
    label: 'Gültigkeit einer Rechenaufgabe',
    help: 'Bei einem Tag können Leser die Seite offen lassen.',
    unit: seconds,
  },
  'limits.min_fill_seconds': {
    label: 'Kürzeste Zeit bis zum Absenden',
    help: 'Was schneller nach dem Öffnen der Seite gesendet wird, wird zurückgehalten.',
    unit: seconds,
  },
  'points.hold': {
    label: 'Zurückhalten ab',
    help: 'Summe der Punkte aller Regeln.',
    unit: 'Punkte',
  },
  'points.reject': {
    label: 'Ablehnen ab',
    help: 'Summe der Punkte aller Regeln.',
    unit: 'Punkte',
  },
  'rule_guard.authors': {
    label: 'So viele Autoren darf eine geänderte Regel treffen',
    help: 'Binnen eines Tages nach der letzten Änderung. Sind diese Zahl und der Anteil darunter überschritten, geht sie in den Schattenmodus.',
    unit: 'Autoren',
  },
  'rule_guard.share': {
    label: 'Und diesen Anteil der Kommentare',
    help: `Von allen, die seit der Änderung geprüft wurden. ${share}`,
  },
  'learning.enabled': {
    label: 'Aus Entscheidungen lernen',
    help: 'Aus: Die Werte kommen ohne das Gelernte aus; vergessen wird es nicht.',
  },
  'learning.most_per_moderator_day': {
    label: 'Voll zählende Entscheidungen je Person und Tag',
    help: 'Weitere zählen zusammen so viel wie diese, damit niemand allein die Werte verbiegt. Wer allein entscheidet, lehrt mit allen.',
    unit: 'Entscheidungen',
  },
  'learning.sample_share': {
    label: 'Anteil automatischer Ablehnungen, den jemand nachprüft',
    help: `Sie gelten bis dahin; so zeigt sich, wo die Regeln irren. ${share}`,
  },
  'learning.approval_sample_share': {
    label: 'Anteil automatischer Freigaben, den jemand nachprüft',
    help: `Sie bleiben bis dahin veröffentlicht; so zeigt sich, was Regeln und Werte durchlassen. ${share}`,
  },
  'learning.since': {
    label: 'Aus Entscheidungen lernen ab',
    help: 'Leer: aus allen. In UTC.',
  },
  second_review_share: {
    label: 'Anteil der Entscheidungen mit Zweitprüfung',
    help: `Jemand anders entscheidet, ohne die erste Entscheidung zu kennen. ${share}`,
  },
  blocked_domains: {
    label: 'Gesperrt',
    help: 'Ein Kommentar mit einem Link dorthin wird abgelehnt.',
  },
  allowed_domains: {
    label: 'Vertrauenswürdig',
    help: 'Links dorthin werden nicht gezählt, ebenso wenig die auf Seiten der Website selbst.',
  },
  blocked_networks: {
    label: 'Gesperrte Netze',
    help: 'Kommentare von dort werden für eine Person zurückgehalten. Allein deswegen wird nichts abgelehnt, denn oft teilen sich viele ein Netz.',
  },
  origins: {
    label: 'Ursprünge (Origins)',
    help: 'Seiten anderer Ursprünge können die Leser-API dieser Website nicht aufrufen.',
  },
  'external_scorer.kind': {
    label: 'Schnittstelle',
    help: 'Zuerst muss der Betreiber den Host in EXTERNAL_SCORER_HOSTS nennen.',
  },
  'external_scorer.url': { label: 'Adresse', help: 'Zum Beispiel https://api.example.' },
  'external_scorer.key': {
    label: 'Schlüssel',
    help: 'Er wird nie wieder angezeigt und nur an diese Adresse gesendet.',
  },
  'external_scorer.timeout_ms': {
    label: 'Längste Wartezeit',
    help: 'Danach entscheiden unsere eigenen Werte.',
    unit: 'Millisekunden',
  },
  'external_scorer.mode': {
    label: 'Wie er zählt',
    help: 'Der höhere der beiden Werte, oder nur dort, wo unserer fehlt.',
  },
}
