import type { office as english } from '../en/office'
import { count, number } from './formats'

/** The texts around reviewing: access, owners' pages, keys, errors. */
export const office: typeof english = {
  frame: {
    product: 'Postbag',
    skip: 'Zum Hauptinhalt',
    navigation: 'Konsole',
    queue: 'Warteschlange',
    reviews: 'Zweitprüfungen',
    search: 'Suche',
    statistics: 'Statistik',
    rules: 'Regeln',
    banks: 'Listen',
    people: 'Team',
    settings: 'Einstellungen',
    houseRules: 'Netiquette',
    audit: 'Protokoll',
    account: (name) => `Konto von ${name}`,
    signOut: 'Abmelden',
    keys: 'Tasten',
    title: (page) => `${page} – Postbag-Konsole`,
  },

  signIn: {
    title: 'Anmelden',
    intro: 'Die Konsole ist für die Moderation und die Leitung dieses Kommentarbereichs.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    submit: 'Anmelden',
    refused: 'E-Mail-Adresse oder Passwort ist falsch.',
    throttled: 'Zu viele falsche Passwörter von hier aus. Bitte warten Sie eine Viertelstunde.',
    busy: 'Zu viele Passwörter warten auf ihre Prüfung. Es wurde nichts geprüft oder geändert; bitte versuchen Sie es in zehn Sekunden noch einmal.',
    ended:
      'Ihre Sitzung ist beendet, darum ist noch nichts gespeichert. Melden Sie sich in einem anderen Fenster an und laden Sie dann diese Seite neu: Was Sie gesendet haben, wird noch einmal gesendet.',
    left: 'Sie sind abgemeldet.',
    leftEverywhere: 'Sie sind überall abgemeldet.',
  },

  account: {
    title: 'Ihr Konto',
    role: { moderator: 'Moderation', owner: 'Leitung' },
    allSites: 'alle Websites',
    signedInAs: 'Angemeldet als',
    mayUse: 'Rolle',
    password: 'Passwort ändern',
    current: 'Bisheriges Passwort',
    next: 'Neues Passwort',
    nextHint:
      'Mindestens 8 Zeichen; gut sind ein paar zufällige Wörter. Überall sonst werden Sie abgemeldet.',
    submit: 'Passwort ändern',
    changed: 'Das Passwort ist geändert; überall sonst sind Sie abgemeldet.',
    throttled: 'Zu viele falsche Passwörter. Bitte warten Sie eine Viertelstunde.',
    problems: {
      'too-short': 'Verwenden Sie mindestens 8 Zeichen.',
      'too-long': 'Verwenden Sie höchstens 200 Zeichen.',
      'own-address': 'Verwenden Sie nicht Ihre E-Mail-Adresse.',
      'well-known':
        'Dieses Passwort gehört zu denen, die zuerst ausprobiert werden. Verwenden Sie ein anderes.',
      'as-before': 'Verwenden Sie ein anderes Passwort als das bisherige.',
      wrong: 'Das ist nicht Ihr Passwort.',
    },
    choose: 'Eigenes Passwort wählen',
    chooseText:
      'Das Passwort, mit dem Sie sich angemeldet haben, wurde für Sie erstellt. Wählen Sie ein eigenes, bevor es weitergeht.',
    oneTime: 'Einmalpasswort',
    language: 'Sprache',
    ownLanguage: 'Sprache des Browsers',
    chooseLanguage: 'Diese Sprache verwenden',
    languageChosen: 'Die Konsole erscheint jetzt in Ihrer Sprache.',
    masking: 'Belastende Wörter',
    mask: 'Wörter verdecken, auf die Regeln und Werte hinweisen',
    maskHint:
      'Ein verdecktes Wort erscheint unter dem Mauszeiger, mit der Tabulatortaste oder beim Antippen. Ob das Verdecken hilft, ist umstritten: Probieren Sie es aus und behalten Sie bei, was Ihnen guttut. Für andere ändert sich nichts.',
    chooseMasking: 'Speichern',
    maskingOn: 'Belastende Wörter sind für Sie jetzt verdeckt.',
    maskingOff: 'Belastende Wörter sind wieder sichtbar.',
    sessions: 'Sitzungen',
    sessionCount: (value) =>
      `Sie haben ${count(value, 'offene Sitzung', 'offene Sitzungen')}. Eine Sitzung endet nach zwei Stunden ohne Nutzung, spätestens nach zwölf Stunden.`,
    everywhere: 'Überall abmelden',
  },

  banks: {
    title: 'Wort- und Musterlisten',
    intro:
      'Was in der Liste „blocked“ steht, wird abgelehnt, was in „suspect“ steht, zurückgehalten; in anderen Listen schlagen Regeln nach.',
    open: 'Anzeigen',
    name: 'Name',
    kind: 'Art',
    kinds: { words: 'Wörter', patterns: 'Muster' },
    entries: 'Einträge',
    entriesHint: {
      words:
        'Ein Wort oder eine Wendung je Zeile, höchstens 20.000. Gefunden werden ganze Wörter, unabhängig von Groß- und Kleinschreibung; ein Stern am Ende („wort*“) findet auch längere Wörter.',
      patterns:
        'Ein Muster je Zeile (RE2-Syntax), höchstens 500. Verglichen wird mit dem Text in Kleinbuchstaben.',
    },
    disguises: 'Auch verfremdete Schreibweisen finden (sie werden zurückgehalten, nie abgelehnt)',
    changed: 'Geändert',
    none: 'Diese Website hat noch keine Liste.',
    edit: (name) => `Liste „${name}“`,
    add: 'Liste hinzufügen',
    save: 'Speichern',
    delete: 'Diese Liste löschen',
    saved: 'Gespeichert. Gilt ab dem nächsten Kommentar.',
    deleted: 'Gelöscht.',
    wrong: 'Nichts wurde gespeichert:',
    entryWrong: (place, entry, mistake) => `Eintrag ${number(place)} (${entry}): ${mistake}`,
    moreWrong: (others) => `Und ${number(others)} weitere.`,
    exists: (name) =>
      `Die Liste „${name}“ gibt es schon. Wählen Sie einen anderen Namen oder ändern Sie jene Liste.`,
    inUse: (rules) =>
      `Regeln schlagen in dieser Liste nach: ${rules}. Ändern oder deaktivieren Sie diese zuerst.`,
    overtaken:
      'Jemand anders hat diese Liste gespeichert, seit Sie diese Seite geöffnet haben. Speichern Sie noch einmal, damit Ihre gilt.',
    gone: 'Jemand anders hat diese Liste gelöscht, seit Sie diese Seite geöffnet haben. Speichern Sie noch einmal, um sie neu anzulegen.',
    onlyTheirs: (entries) => `In der gespeicherten steht, was in Ihrer fehlt: ${entries}`,
    deleteOf: (name) => `Liste „${name}“ löschen?`,
    deleteText: 'Ihre Einträge sind dann endgültig weg: Frühere Fassungen werden nicht aufgehoben.',
    back: 'Alle Listen',
  },

  keys: {
    title: 'Tastenkürzel',
    close: 'Schließen',
    hint: 'Sie gelten für den markierten Kommentar, nur nicht beim Schreiben in einem Feld.',
    list: [
      ['A', 'Freigeben'],
      ['R, dann 1–9', 'Mit einem Grund ablehnen'],
      ['P', 'Spam'],
      ['H', 'Zurückhalten'],
      ['E', 'Der Leitung vorlegen'],
      ['S', 'Überspringen: vorerst anderen überlassen'],
      ['U', 'Letzte Entscheidung rückgängig machen'],
      ['J / K', 'Nächster / vorheriger Kommentar'],
      ['X', 'Für eine Sammelentscheidung auswählen'],
      ['O', 'Verlauf öffnen'],
      ['?', 'Diese Hilfe'],
    ],
    rejectTitle: 'Grund der Ablehnung',
    cancel: 'Abbrechen',
    on: 'Tastenkürzel verwenden',
  },

  errors: {
    404: {
      title: 'Nicht gefunden',
      text: 'Unter dieser Adresse gibt es nichts, oder es gehört zu keiner Ihrer Websites.',
    },
    403: { title: 'Nicht erlaubt', text: 'Dafür ist die Rolle „Leitung“ nötig.' },
    crossSite: 'Diese Anfrage kam von einer anderen Website, darum wurde nichts getan.',
    409: { title: 'Zu spät', text: 'Jemand anders war schneller.' },
    503: {
      title: 'Ausgelastet',
      text: 'Der Dienst ist ausgelastet. Bitte versuchen Sie es gleich noch einmal.',
    },
    500: {
      title: 'Etwas ist schiefgegangen',
      text: 'Der Betreiber ist benachrichtigt. Bitte versuchen Sie es noch einmal.',
    },
    400: { title: 'Nicht verstanden', text: 'Die Anfrage ist unverständlich.' },
    toQueue: 'Zur Warteschlange',
  },
}
