import type { saved as english } from '../en/saved'

/** The texts of searches that are kept under a name. */
export const saved: typeof english = {
  saved: {
    title: 'Gespeicherte Suchen',
    none: 'Noch ist keine Suche gespeichert. Suchen Sie etwas und speichern Sie es dann unter dem Formular.',
    all: 'Alle Kommentare',
    shared: 'geteilt',
    sharedOwn: 'von Ihnen geteilt',
    change: 'Ändern',
    changeOf: (name) => `Gespeicherte Suche „${name}“ ändern`,
    name: 'Name',
    rename: 'Umbenennen',
    delete: 'Löschen',
    saveThis: 'Diese Suche speichern',
    share: 'Mit allen teilen, die diese Websites moderieren',
    save: 'Speichern',
    saved: 'Die Suche ist gespeichert.',
    renamed: 'Die Suche hat einen neuen Namen.',
    deleted: 'Die Suche ist nicht mehr gespeichert.',
    problems: {
      unnamed: 'Geben Sie einen Namen von höchstens 80 Zeichen an.',
      taken: 'Sie haben schon eine Suche mit diesem Namen. Verwenden Sie einen anderen.',
      full: 'Sie haben 50 Suchen gespeichert. Löschen Sie zuerst eine davon.',
    },
  },
}
