import type { rulesEditor as english } from '../en/rules-editor'
import { count, number, percent as whole } from './formats'
import { examples } from './rule-examples'

/** With one digit where a whole number would say too little. */
const percent = (share: number): string =>
  share > 0 && share < 0.1 ? `${number(Math.round(share * 1000) / 10)}\u00a0%` : whole(share)

/** The texts of the editor of rules: form, condition, try box, backtest. */
export const rulesEditor: typeof english = {
  add: 'Neue Regel',
  edit: (name) => `Bearbeiten: ${name}`,
  name: 'Name',
  nameHint: 'Die Moderation sieht ihn bei jedem Kommentar, den die Regel erfasst.',
  explain: 'Wozu sie dient, in einem Satz',

  condition: {
    title: 'Welche Kommentare',
    toText: 'Als Text schreiben',
    toRows: 'Formular verwenden',
    onlyText:
      'Das Formular kann diese Bedingung nicht darstellen. Sie lässt sich nur als Text bearbeiten.',
    fixFirst: 'Das Formular kann sie darstellen, sobald sie keinen Fehler mehr enthält.',
    join: 'Ein Kommentar wird erfasst, wenn',
    joins: { all: 'alles davon zutrifft', any: 'mindestens eins davon zutrifft' },
    or: { all: 'oder', any: 'und' },
    noRows: 'Wählen Sie unten, was die Regel zuerst prüft.',
    addFirst: 'Prüfen',
    add: { all: 'Und prüfen', any: 'Oder prüfen' },
    addInner: { all: 'oder …', any: 'und …' },
    addInnerTo: {
      all: (field) => `Oder statt „${field}“ prüfen`,
      any: (field) => `Und zusätzlich zu „${field}“ prüfen`,
    },
    addButton: 'Hinzufügen',
    comparison: (field) => `${field}: Vergleich`,
    value: (field) => `${field}: Vergleichswert`,
    severalHint: 'Mehrere durch Kommas trennen.',
    remove: (field) => `Entfernen: ${field}`,
    removeShort: 'Entfernen',
    noBank: 'Diese Website hat noch keine solche Liste.',
    written: 'Dasselbe als Text',
    text: 'Bedingung',
    textHint:
      'Verbinden Sie Vergleiche mit && (und), || (oder) und ! (nicht). Feldnamen werden beim Schreiben ergänzt.',
    check: 'Prüfen',
    fine: 'Diese Bedingung ist gültig.',
    empty: 'Die Regel braucht eine Bedingung.',
    wrong: 'Die Bedingung ist noch nicht gültig:',
    isWrong: 'Die Bedingung enthält einen Fehler.',
    place: (start, end) =>
      end - start > 1
        ? `Zeichen ${number(start + 1)} bis ${number(end)}`
        : `Zeichen ${number(start + 1)}`,
    rowsWrong: 'Einige Zeilen des Formulars sind nicht vollständig.',
    suggestions: 'Vorschläge: {n}. Pfeiltasten wählen aus, die Eingabetaste übernimmt.',
    suggestionList: 'Vorschläge',
  },

  reference: {
    title: 'Alles, was eine Bedingung prüfen kann',
    field: 'Feld',
    type: 'Art, Bereich',
    meaning: 'Bedeutung',
    functions: 'Listen und Funktionen',
    examples: 'Beispiele',
    take: 'Bedingung übernehmen',
    takeOf: (name) => `Bedingung übernehmen: ${name}`,
  },
  examples,

  effect: {
    title: 'Was mit ihnen geschieht',
    actions: {
      hold: 'Zurückhalten',
      reject: 'Ablehnen',
      spam: 'Als Spam markieren',
      approve: 'Freigeben',
      score: 'Punkte geben',
    },
    means: {
      hold: 'Zuerst prüft ihn die Moderation.',
      reject: 'Er wird nicht veröffentlicht; der Autor erfährt den Grund.',
      spam: 'Wie abgelehnt, und er zählt als Spam.',
      approve: 'Er wird veröffentlicht, wenn keine andere Regel ihn beanstandet.',
      score:
        'Die Punkte mehrerer Regeln werden addiert: Ab 5 wird zurückgehalten, ab 12 abgelehnt, sofern die Website nichts anderes festlegt.',
    },
    reason: 'Grund',
    reasonHint: 'Diesen erfährt der Autor.',
    queue: 'Warteschlange',
    queueHint: 'Wo zurückgehaltene Kommentare warten: „default“ oder ein kurzer Name wie „legal“.',
    priority: 'Priorität',
    priorityHint: '0 bis 100; höhere werden früher gelesen.',
    score: 'Punkte',
    scoreHint: 'Von −20 bis 20.',
    note: 'Notiz für die Moderation',
  },

  reach: {
    title: 'Wo, für wen und wie lange',
    sections: 'Nur in diesen Ressorts',
    articles: 'Nur unter diesen Artikeln',
    namesHint: 'Eins je Zeile; leer heißt überall.',
    articlesHint: 'Der letzte Teil der Adresse, einer je Zeile; leer heißt alle.',
    exempt: 'Gilt nicht für Kommentare von',
    roles: { reader: 'Lesern', trusted: 'bewährten Autoren', staff: 'der Redaktion' },
    expiresAt: 'Läuft ab am (UTC)',
    expiresHint: 'Leer heißt nie.',
  },

  save: {
    comment: 'Was Sie geändert haben, für die Liste der Versionen',
    save: 'Speichern',
    shadow: 'Speichern und im Schattenmodus beobachten',
    draft: 'Als Entwurf speichern',
    isLive: 'Diese Regel ist aktiv: Was Sie speichern, gilt ab dem nächsten Kommentar.',
    liveToShadow: 'Speichern und in den Schattenmodus',
    problems: 'Nichts wurde gespeichert. Bitte sehen Sie sich die markierten Felder an:',
  },
  problemOf: (field, text) => `${field}: ${text}`,
  problemFields: {
    name: 'Name',
    condition: 'Welche Kommentare',
    explain: 'Wozu sie dient',
    action: 'Was mit ihnen geschieht',
    reason: 'Grund',
    queue: 'Warteschlange',
    priority: 'Priorität',
    score: 'Punkte',
    note: 'Notiz für die Moderation',
    sections: 'Ressorts',
    articles: 'Artikel',
    exempt: 'Gilt nicht für',
    expiresAt: 'Läuft ab am',
    comment: 'Was Sie geändert haben',
    mode: 'Modus',
  },
  problems: {
    name: 'Geben Sie einen Namen von höchstens 120 Zeichen an.',
    explain: 'Verwenden Sie höchstens 500 Zeichen.',
    action: 'Wählen Sie, was mit den Kommentaren geschieht.',
    reason: 'Wählen Sie einen Grund aus der Liste.',
    queue:
      'Kleinbuchstaben, Ziffern, „-“ und „_“, höchstens 40 Zeichen; am Anfang steht ein Buchstabe.',
    priority: 'Eine ganze Zahl von 0 bis 100.',
    score: 'Eine Zahl von −20 bis 20.',
    note: 'Verwenden Sie höchstens 500 Zeichen.',
    sections: 'Höchstens 50 Ressorts.',
    articles: 'Höchstens 200 Artikel.',
    exempt: 'Wählen Sie aus der Liste.',
    expiresAt: 'Geben Sie Tag und Uhrzeit an.',
    comment: 'Verwenden Sie höchstens 500 Zeichen.',
    mode: 'Eine Website verwendet höchstens 200 Regeln; schalten Sie zuerst eine aus.',
  },

  conflict: {
    title: 'Jemand anders hat diese Regel geändert, während Sie sie bearbeitet haben',
    text: 'Nichts von Ihrer Eingabe geht verloren: Sie steht unten im Formular. Hier sehen Sie, wie die Regel jetzt lautet und worin sich Ihr Text unterscheidet.',
    theirs: (version) => `Version ${number(version)}, inzwischen gespeichert`,
    sides: { before: 'Inzwischen gespeichert', after: 'Ihr Text' },
    anyway:
      'Wenn Sie noch einmal speichern, ersetzt Ihr Text den anderen als neue Version. Die andere Version bleibt in der Liste.',
    gone: 'Jemand anders hat diese Regel gelöscht, seit Sie diese Seite geöffnet haben. Noch einmal gespeichert, wird sie neu angelegt.',
  },

  try: {
    title: 'An einem Text ausprobieren',
    intro: 'Was diese Bedingung zu einem Kommentar sagt, Teil für Teil.',
    body: 'Ein Text, als hätte ihn ein Unbekannter geschrieben',
    recent: 'Oder einer der letzten Kommentare',
    recentNone: 'Der Text oben',
    recentLine: (author, text) => `${author}: ${text}`,
    id: 'Oder ein Kommentar nach Adresse oder ID',
    submit: 'Ausprobieren',
    met: 'Die Regel würde diesen Kommentar erfassen.',
    notMet: 'Die Regel würde diesen Kommentar nicht erfassen.',
    parts: 'Teil für Teil',
    part: 'Teil',
    saw: 'Gelesen',
    result: 'Ergebnis',
    true: 'trifft zu',
    false: 'trifft nicht zu',
    others: 'Was die anderen Regeln sagen',
    othersNone: 'Keine andere Regel hat etwas zu sagen.',
    silent: (value) =>
      `${count(value, 'andere Regel hat', 'andere Regeln haben')} nichts zu sagen.`,
    rule: 'Regel',
    says: 'Ergebnis',
    because: 'Begründung',
    unknown: 'Einen solchen geprüften Kommentar gibt es auf dieser Website nicht.',
    nothing: 'Geben Sie einen Text ein oder wählen Sie einen Kommentar.',
    tooLong: 'Verwenden Sie höchstens 5.000 Zeichen.',
    conditionFirst: 'Zuerst muss die Bedingung fehlerfrei sein.',
  },

  backtest: {
    title: 'Sehen, was sie bewirkt hätte',
    intro:
      'Prüft die Bedingung an früheren Kommentaren, jeweils so, wie sie beim Prüfen waren. Nichts wird geändert.',
    limit: 'Testen an',
    limits: (value) => `den letzten ${number(value)} Kommentaren`,
    days: 'Nicht älter als',
    anyAge: 'beliebig alt',
    dayCount: (value) => count(value, 'Tag', 'Tage'),
    submit: 'Rückwirkend testen',
    busy: 'Frühere Kommentare werden geprüft …',
    none: 'In dieser Zeit wurde kein Kommentar geprüft.',
    matches: (matches, comments, share) =>
      `Sie hätte ${number(matches)} von ${count(comments, 'Kommentar', 'Kommentaren')} erfasst (${percent(share)}).`,
    humans: 'Was das Team darüber entschieden hat',
    human: {
      rejected: (value) => `${number(value)} nicht zugelassen`,
      approved: (value) => `${number(value)} freigegeben`,
      held: (value) => `${number(value)} zurückgehalten`,
      undecided: (value) => `${number(value)} ohne Entscheidung des Teams`,
    },
    precision: (estimate, low, high, sample) =>
      `Das Team gab ihr in ${percent(estimate)} von ${count(sample, 'Entscheidung', 'Entscheidungen')} recht. Mit einer Sicherheit von ${percent(0.95)} liegt der wahre Anteil zwischen ${percent(low)} und ${percent(high)}.`,
    fewDecisions:
      'Das sind wenige Entscheidungen: Lesen Sie die Beispiele, bevor Sie der Zahl vertrauen.',
    noPrecision:
      'Das Team hat über keinen davon entschieden; darum lässt sich nicht sagen, wie oft sie recht hat.',
    caught: (fresh, already) =>
      `Bisher von keiner aktiven Regel erfasst: ${number(fresh)}; schon von einer erfasst: ${number(already)}.`,
    current: (added, lost, matches) =>
      `Verglichen mit der gültigen Version (Treffer: ${number(matches)}): ${number(added)} mehr, ${number(lost)} weniger.`,
    samples: 'Beispiele',
    sampleGroups: {
      added: 'Nur vom neuen Text erfasst',
      lost: 'Nur von der gültigen Version erfasst',
      newly_caught: 'Erfasst, bisher von keiner aktiven Regel',
      matched: 'Erfasst',
    },
    sampleCount: (title, shown) => `${title} (${number(shown)})`,
    newWindow: '(öffnet ein neues Fenster)',
    stale: 'Die Bedingung hat sich seit diesem Test geändert.',
    conditionFirst: 'Zuerst muss die Bedingung fehlerfrei sein.',
  },
}
