import type { NamedEntries, SecondSign } from '../../../rules/built-in/details'
import type { ScoreFailure } from '../../../scoring/score'
import type { builtInRules as english, details as englishDetails } from '../en/checks'
import { desk } from './desk'
import { count, decimal, number, percent } from './formats'

const scoreTitles = {
  spam: 'Wert für Spam',
  toxicity: 'Wert für Toxizität',
  insult: 'Wert für Beleidigung',
  threat: 'Wert für Drohung',
  identity_attack: 'Wert für gruppenbezogenen Hass',
  profanity: 'Wert für vulgäre Sprache',
  sexual: 'Wert für sexuelle Inhalte',
}

export const builtInRules: typeof english = {
  honeypot: 'Fallenfeld ausgefüllt',
  too_fast: 'Zu schnell gesendet',
  blocked_words: 'Gesperrtes Wort',
  suspect_words: 'Verdächtiges Wort',
  blocked_domains: 'Gesperrte Domain',
  blocked_network: 'Gesperrtes Netz',
  many_links: 'Viele Links',
  newcomer_link: 'Link eines neuen Autors',
  refused_domain: 'Link, den die Moderation schon abgelehnt hat',
  suspicious_link: 'Link, der etwas verbirgt oder vortäuscht',
  repeated_text: 'Wiederholter Text',
  similar_text: 'Fast gleicher Text',
  author_flooding: 'Kommentarflut eines Autors',
  network_flooding: 'Kommentarflut aus einem Netz',
  score_spam: scoreTitles.spam,
  score_toxicity: scoreTitles.toxicity,
  score_insult: scoreTitles.insult,
  score_threat: scoreTitles.threat,
  score_identity_attack: scoreTitles.identity_attack,
  score_profanity: scoreTitles.profanity,
  score_sexual: scoreTitles.sexual,
  not_scored: 'Nicht bewertet',
  shouting: 'Zu viele Großbuchstaben',
  too_short: 'Zu kurz',
  too_long: 'Zu lang',
  newcomer: 'Neuer Autor',
}

/** `„eins“, „zwei“ und 4 weitere Einträge` */
function entries({ named, others }: NamedEntries): string {
  const quoted = named.map((entry) => `„${entry}“`).join(', ')
  return others > 0
    ? `${quoted} und ${count(others, 'weiteren Eintrag', 'weitere Einträge')}`
    : quoted
}

const causes: Record<ScoreFailure, string> = {
  failed: ' Die Bewertung ist fehlgeschlagen.',
  out_of_time: ' Die Bewertung dauerte zu lange und wurde abgebrochen.',
  away: ' Der andere Dienst gab keine Antwort.',
}

const signs = {
  shortener: 'ein Dienst, der das Ziel verbirgt',
  punycode: 'ein Name, der anders geschrieben ist, als er sich liest',
  mixed_scripts: 'Buchstaben aus mehreren Schriften',
  bare_address: 'eine bloße Netzwerkadresse',
  lookalike: 'ein Name, der einem vertrauenswürdigen ähnlich sieht',
}

const characters = (value: number) => `${number(value)} Zeichen`

/** The sentence of each built-in rule. */
const secondSigns: Record<SecondSign, string> = {
  honeypot: 'Ein Feld, das Leser nicht sehen, war ausgefüllt.',
  blocked_network: 'Der Kommentar kam aus einem Netz, das diese Website sperrt.',
  spam_author: 'Die Moderation hat einen Kommentar dieses Autors als Spam markiert.',
  spam_network: 'Die Moderation hat Kommentare aus diesem Netz als Spam markiert.',
  refused_domain: 'Die Moderation hat Kommentare mit diesen Links nicht zugelassen.',
  copies: 'Derselbe Autor oder dasselbe Netz hat diese Werbung schon gesendet.',
}

export const details: typeof englishDetails = {
  author_flooding: ({ count: others, limit }) =>
    `Der Autor hat in der letzten Stunde ${count(others, 'weiteren Kommentar', 'weitere Kommentare')} gesendet; die Grenze liegt bei ${number(limit)} je Stunde.`,
  network_flooding: ({ count: others, limit }) =>
    `Aus demselben Netz gab es in der letzten Stunde ${count(others, 'weiteren Kommentar', 'weitere Kommentare')}; die Grenze liegt bei ${number(limit)} je Stunde.`,
  blocked_domains: ({ host }) => `Ein Link führt zu ${host}; diese Domain ist hier gesperrt.`,
  blocked_network: (_) => 'Der Kommentar kam aus einem Netz, das hier gesperrt ist.',
  blocked_words: ({ isDisguised, ...found }) =>
    isDisguised
      ? `Verfremdet enthält der Kommentar vielleicht ${entries(found)} aus der Liste „blocked“.`
      : `Der Kommentar enthält ${entries(found)} aus der Liste „blocked“.`,
  suspect_words: (found) => `Der Kommentar enthält ${entries(found)} aus der Liste „suspect“.`,
  rule_failed: (_) => 'Die Regel konnte nicht ausgeführt werden.',
  out_of_time: ({ limit }) =>
    `Die Regeln dieser Website haben länger als ${number(limit)} ms gebraucht; nicht alle wurden ausgeführt.`,
  not_searched: (_) =>
    'Der Text ist für die Muster dieser Website zu lang oder zu langsam; nicht alle wurden verglichen.',
  honeypot: (_) => 'Ein Feld wurde ausgefüllt, das Leser nicht sehen.',
  many_links: ({ count: links, limit }) =>
    `Der Kommentar enthält ${count(links, 'Link', 'Links')}; die Grenze liegt bei ${number(limit)}.`,
  newcomer_link: ({ count: links }) =>
    `Der Kommentar enthält ${count(links, 'Link', 'Links')}, und noch kein Kommentar des Autors wurde freigegeben.`,
  newcomer: (_) => 'Noch kein Kommentar des Autors wurde freigegeben.',
  not_scored: ({ lang, lacking: [score, other], because }) => {
    const text = lang ? `Dieser Text (Sprache: ${lang})` : 'Dieser Text'
    const said =
      score === undefined || other !== undefined
        ? `${text} ließ sich nicht bewerten.`
        : `${text} ließ sich nicht auf ${desk.score[score]} prüfen.`
    return said + (because ? causes[because] : '')
  },
  refused_domain: ({ hosts }) =>
    `Kommentare mit solchen Links hat die Moderation nicht zugelassen: ${hosts.join(', ')}.`,
  suspicious_link: ({ host, sign }) => `${host}: ${sign ? signs[sign] : 'ein verdächtiger Host'}.`,
  repeated_text: ({ count: times, own, limit }) =>
    `Derselbe Text wurde in 24 Stunden ${number(times)}-mal gesendet, davon ${number(own)}-mal von diesem Autor oder aus diesem Netz; die Grenze liegt bei ${number(limit)}.`,
  similar_text: ({ count: times, limit }) =>
    `Fast derselbe Text wurde in 24 Stunden ${number(times)}-mal gesendet; die Grenze liegt bei ${number(limit)}.`,
  shouting: ({ share, limit }) =>
    `${percent(share)} der Buchstaben sind groß; die Grenze liegt bei ${percent(limit)}.`,
  score: ({ score, value, limit, action, sign }) =>
    `${scoreTitles[score]}: ${decimal(value)}; ab ${number(limit)}: ${desk.ruleAction[action]}.${sign ? ` ${secondSigns[sign]}` : ''}`,
  too_fast: ({ seconds, limit }) =>
    `Das Formular wurde nach ${number(Math.round(seconds * 10) / 10)} s gesendet; glaubhaft sind mindestens ${number(limit)} s.`,
  too_long: ({ count: length, limit }) =>
    `Der Kommentar hat ${characters(length)}; erlaubt sind höchstens ${number(limit)}.`,
  too_short: ({ count: length, limit }) =>
    `Der Kommentar hat ${characters(length)}; nötig sind mindestens ${number(limit)}.`,
}
