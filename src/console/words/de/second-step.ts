import type { secondStep as english } from '../en/second-step'
import { count, number } from './formats'

/** The second step at sign-in, and switching it on and off. */
export const secondStep: typeof english = {
  title: 'Zwei-Faktor-Anmeldung',
  offText:
    'Ausgeschaltet. Ist sie eingeschaltet, brauchen Sie zum Anmelden Ihr Passwort und einen sechsstelligen Code aus einer App auf Ihrem Telefon; ein ausgespähtes Passwort allein öffnet dann nichts.',
  onText: (since) =>
    `Eingeschaltet seit dem ${since}. Zum Anmelden brauchen Sie Ihr Passwort und einen Code.`,
  codesLeft: (left, all) =>
    left === 0
      ? 'Kein Wiederherstellungscode ist mehr übrig. Erstellen Sie neue, sonst sperrt Sie ein verlorenes Telefon aus.'
      : `${number(left)} von ${count(all, 'Wiederherstellungscode', 'Wiederherstellungscodes')} übrig.`,
  password: 'Ihr Passwort',
  switchOn: 'Einrichten',
  switchOff: 'Ausschalten',
  switchOffTitle: 'Zwei-Faktor-Anmeldung ausschalten',
  switchedOff: 'Die Zwei-Faktor-Anmeldung ist ausgeschaltet: Zum Anmelden genügt das Passwort.',
  remake: 'Neue Wiederherstellungscodes erstellen',
  remakeHint: 'Die alten gelten dann sofort nicht mehr.',

  setUpTitle: 'Zwei-Faktor-Anmeldung einrichten',
  scan: '1. Scannen Sie dies mit einer Authenticator-App, zum Beispiel der Ihres Passwortmanagers.',
  qr: 'QR-Code mit dem Geheimschlüssel für Ihre Authenticator-App',
  sameDevice: 'Die App ist auf diesem Gerät: öffnen',
  byHand: 'Oder geben Sie diesen Geheimschlüssel in die App ein (zeitbasiert, sechs Ziffern):',
  confirm: '2. Geben Sie den Code ein, den die App jetzt anzeigt.',
  confirmHint:
    'Solange der Code nicht stimmt, ändert sich nichts. Überall sonst werden Sie abgemeldet.',
  submit: 'Einschalten',
  cancel: 'Zurück zu Ihrem Konto',
  wrongSetUpCode:
    'Das ist nicht der Code dieses Augenblicks. Warten Sie auf den nächsten und prüfen Sie die Uhr Ihres Telefons.',

  codesTitle: 'Ihre Wiederherstellungscodes',
  codesIntro:
    'Mit jedem können Sie sich einmal anmelden, wenn Ihr Telefon nicht zur Hand ist. Sie werden nur jetzt angezeigt: Drucken Sie sie aus oder bewahren Sie sie in einem Passwortmanager auf.',
  isOn: 'Die Zwei-Faktor-Anmeldung ist eingeschaltet.',
  remade: 'Das sind Ihre neuen Wiederherstellungscodes; die alten gelten nicht mehr.',
  kept: 'Ich habe sie aufbewahrt',

  codeTitle: 'Noch ein Schritt',
  codeIntro: 'Geben Sie den sechsstelligen Code ein, den Ihre Authenticator-App anzeigt.',
  code: 'Code',
  codeSubmit: 'Anmelden',
  useRecovery: 'Stattdessen einen Wiederherstellungscode verwenden',
  recovery: 'Wiederherstellungscode',
  recoveryHint: 'Zehn Buchstaben und Ziffern, zum Beispiel k7f2m-9qx4w. Er gilt nur einmal.',
  wrongCode: 'Dieser Code ist falsch oder wurde schon verwendet.',
  throttled: 'Zu viele falsche Codes. Bitte warten Sie eine Viertelstunde.',
  expired: 'Das hat zu lange gedauert, oder etwas hat sich geändert. Bitte melden Sie sich neu an.',
  otherAccount: 'Mit einem anderen Konto anmelden',
}
