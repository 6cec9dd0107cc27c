import type { settings as english } from '../en/settings'
import { count, number } from './formats'
import { fields } from './setting-fields'

/** The settings of a site, and what its scores have learnt. */
export const settings: typeof english = {
  title: 'Einstellungen',
  intro:
    'Sie gelten ab dem nächsten Kommentar. Was Sie nicht selbst festlegen, bleibt beim Standard.',
  site: 'Website',
  open: 'Anzeigen',
  groupsLabel: 'Gruppen von Einstellungen',
  save: 'Einstellungen speichern',
  saved: 'Gespeichert. Gilt ab dem nächsten Kommentar.',
  unchanged: 'Nichts war anders, darum wurde nichts gespeichert.',
  notSavedYet: 'In diesem Feld steht wieder der Standard. Gespeichert ist noch nichts.',
  wrong: (fields) =>
    `Nichts wurde gespeichert. Bitte prüfen Sie ${count(fields, 'Feld', 'Felder')}.`,
  overtaken:
    'Jemand anders hat Einstellungen gespeichert, seit Sie diese Seite geöffnet haben; Ihre wurden darum nicht gespeichert. Wo sie abweichen, steht dabei, was jetzt gilt. Speichern Sie noch einmal, damit Ihre gelten.',
  inForce: (value) => `Gilt jetzt: ${value}`,
  changed: 'geändert',
  usual: (value) => `Standard: ${value}.`,
  rangeAndUsual: (least, most, usual) =>
    `${most === null ? `Mindestens ${least}` : `${least} bis ${most}`}, Standard: ${usual}.`,
  aboveAndUsual: (least, usual) => `Größer als ${least}, Standard: ${usual}.`,
  asUsual: 'Auf Standard',
  asUsualOf: (label) => `Auf Standard setzen: ${label}`,
  off: 'Aus',
  offOf: (label) => `${label}: aus`,
  on: 'an',
  none: 'leer',
  entries: (value) => count(value, 'Eintrag', 'Einträge'),
  noKey: 'Den gespeicherten Schlüssel vergessen',
  keyStored: (masked) =>
    `Ein Schlüssel ist gespeichert (${masked}). Bleibt das Feld leer, gilt er weiter.`,
  keyMissing: 'Kein Schlüssel ist gespeichert.',

  name: 'Name der Website',
  nameHint: 'Leser sehen ihn über jedem Artikel. Die Adresse bleibt.',
  rename: 'Umbenennen',
  renamed: 'Die Website hat ihren neuen Namen.',
  nameWrong: 'Geben Sie einen Namen von höchstens 100 Zeichen an.',

  whole: (least, most) =>
    most === null
      ? `Eine ganze Zahl, mindestens ${least}.`
      : `Eine ganze Zahl von ${least} bis ${most}.`,
  fraction: (least, most) =>
    most === null ? `Eine Zahl größer als ${least}.` : `Eine Zahl von ${least} bis ${most}.`,
  orOff: (text) => `${text} Oder kreuzen Sie „Aus“ an.`,

  groups: {
    publishing: {
      title: 'Veröffentlichen',
      intro: 'Was geschieht, wenn keine Regel etwas zu sagen hat.',
    },
    thresholds: {
      title: 'Werte und Schwellen',
      intro:
        'Ab diesen Werten (0 bis 1, ungefähr die Wahrscheinlichkeit) wird ein Kommentar zur Prüfung zurückgehalten, als Spam markiert oder abgelehnt. Der Wert für Spam allein hält nur zurück: Für mehr braucht es ein zweites, starkes Anzeichen, etwa Links, die die Moderation schon abgelehnt hat. Ein neuer Autor ist keines.',
    },
    limits: {
      title: 'Grenzen der eingebauten Regeln',
      intro:
        'Was über eine Grenze hinausgeht, wird zur Prüfung zurückgehalten; gleiche Texte gelten als Spam.',
    },
    form: {
      title: 'Rechenaufgabe und Formular',
      intro: 'Die Aufgabe, die Leser lösen, und was zu schnell ist.',
    },
    rules: {
      title: 'Punkte und Notbremse Ihrer Regeln',
      intro:
        'Statt selbst zu entscheiden, können Regeln Punkte vergeben. Die Notbremse schickt eine Regel, die zu viel erfasst, zurück in den Schattenmodus.',
    },
    learning: {
      title: 'Lernen und Zweitprüfungen',
      intro:
        'Die Werte dieser Website lernen daraus, was die Moderation freigibt und ablehnt; Zweitprüfungen zeigen, wie weit sie sich einig ist.',
    },
    domains: {
      title: 'Domains in Links',
      intro: 'Eine Domain je Zeile, zum Beispiel news.example. Ihre Subdomains zählen mit.',
    },
    networks: {
      title: 'Netze der Leser',
      intro:
        'Eine Adresse oder ein Netz je Zeile, zum Beispiel 203.0.113.7, 203.0.113.0/24 oder 2001:db8::/32. Sonst werden Adressen von Lesern nirgends gespeichert.',
    },
    origins: {
      title: 'Seiten, die die Kommentare einbetten dürfen',
      intro: 'Ein Ursprung (Origin) je Zeile, zum Beispiel https://news.example.',
    },
    scorer: {
      title: 'Ein weiterer Bewertungsdienst',
      intro:
        'Sendet jeden Text für ein zweites Urteil an einen anderen Dienst. Unsere Werte entstehen auch ohne ihn.',
    },
  },

  fields,

  choices: {
    hold: 'Zur Prüfung zurückhalten',
    approve: 'Freigeben',
    default: 'Ohne den Wert entscheiden',
    '': 'Kein weiterer Dienst',
    perspective: 'Perspective',
    openai: 'OpenAI-Moderation',
    max: 'Der höhere Wert',
    fill: 'Nur wo unserer fehlt',
  },

  neverRefuses: 'Dieser Wert lehnt nie einen Kommentar ab.',
  thresholdHeads: { hold: 'Zurückhalten ab', spam: 'Spam ab', reject: 'Ablehnen ab' },
  score: 'Wert',
  threshold: (score, action) => `${score}: ${action}`,

  problems: {
    switch: 'Kreuzen Sie es an oder lassen Sie es leer.',
    choice: 'Wählen Sie etwas aus der Liste.',
    number: 'Das ist keine Zahl in diesem Bereich.',
    text: 'Das lässt sich nicht verwenden.',
    list: 'Diese Zeile lässt sich nicht verwenden.',
    moment: 'Geben Sie Datum und Uhrzeit an.',
    secret:
      'Ein Schlüssel hat keine Leerzeichen, keine Zeichen außerhalb von ASCII und höchstens 500 Zeichen.',
  },
  problemOf: {
    language: 'Geben Sie zwei Kleinbuchstaben an, zum Beispiel de.',
    time_zone: 'Diese Zeitzone gibt es nicht. Geben Sie eine wie Europe/Berlin an.',
    blocked_networks:
      'Geben Sie eine Adresse oder ein Netz an, zum Beispiel 203.0.113.7, 203.0.113.0/24 oder 2001:db8::/32, höchstens /8 (IPv6: /16) groß.',
    'external_scorer.url':
      'Geben Sie eine Adresse wie https://api.example an, ohne Benutzer, Abfrage und Fragment.',
  },
  line: (line, problem) => `Zeile ${number(line)}: ${problem}`,
  scorerProblems: {
    'off-here':
      'Weitere Bewertungsdienste sind in dieser Installation ausgeschaltet. Der Betreiber muss ihre Hosts in EXTERNAL_SCORER_HOSTS nennen.',
    'unnamed-host': 'Der Betreiber hat diesen Host nicht in EXTERNAL_SCORER_HOSTS genannt.',
    'part-of-key': 'Das ist nicht der gespeicherte Schlüssel: Geben Sie ihn vollständig an.',
    'key-again': 'Geben Sie den Schlüssel für eine andere Adresse noch einmal an.',
  },
}
