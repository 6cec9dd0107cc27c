import type { rulesEditor as english } from '../en/rules-editor'

/** The rules of the default pack, which serve as examples. */
export const examples: (typeof english)['examples'] = {
  newcomer_link: {
    name: 'Neuer Autor mit Link',
    explain:
      'Linkspam kommt meist von Autoren, von denen noch nie ein Kommentar freigegeben wurde.',
  },
  blatant_spam: {
    name: 'Offensichtlicher Linkspam',
    explain:
      'Drei Anzeichen zugleich, von denen keins allein ein Beweis ist: ein sehr hoher Wert, mehrere Links und keine Vorgeschichte.',
  },
  slurs: {
    name: 'Verunglimpfungen erscheinen nie',
    explain:
      'Lehnt die Wörter der Liste „slurs“ ab, die Sie selbst füllen; verfremdete werden zur Prüfung zurückgehalten.',
  },
  threats_first: {
    name: 'Drohungen zuerst',
    explain:
      'Vielleicht ist jemand in Gefahr; darum werden diese Kommentare vor allen anderen gelesen.',
  },
  personal_data: {
    name: 'Private Daten',
    explain:
      'E-Mail-Adressen, Telefon- und Kontonummern werden zurückgehalten, denn oft gehören sie jemand anderem.',
  },
  flooding: {
    name: 'Kommentarflut',
    explain:
      'Viele Kommentare in einer Stunde oder noch einmal derselbe Text geben 4 Punkte; ab 5 wird ein Kommentar zurückgehalten.',
  },
  shouting_newcomer: {
    name: 'Viele Großbuchstaben oder viele Links',
    explain: 'Ein schwaches Anzeichen für 2 Punkte, das nur zusammen mit anderen zählt.',
  },
  sensitive_story: {
    name: 'Justiz und Kriminalität, nachts strenger',
    explain:
      'Kommentare zu diesen Artikeln können ein Verfahren beeinflussen oder Opfer verletzen, und nachts ist niemand da, um einzugreifen.',
  },
  heated_thread: {
    name: 'Eine Diskussion, die sich erhitzt',
    explain:
      'Schalten Sie sie ein, wenn eine Diskussion entgleist: Antworten tief in einer regen Diskussion warten auf die Moderation.',
  },
  trusted_author: {
    name: 'Bewährte Autoren kommen direkt durch',
    explain:
      'Zwanzig freigegebene Kommentare und kaum ein abgelehnter: Beobachten Sie im Schattenmodus, was sie veröffentlichen würde, und aktivieren Sie sie dann.',
  },
}
