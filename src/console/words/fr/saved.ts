import type { saved as english } from '../en/saved'

/** The texts of searches that are kept under a name. */
export const saved: typeof english = {
  saved: {
    title: 'Recherches enregistrées',
    none: 'Aucune recherche n’est encore enregistrée. Lancez une recherche, puis enregistrez-la sous le formulaire.',
    all: 'Tous les commentaires',
    shared: 'partagée',
    sharedOwn: 'partagée par vous',
    change: 'Modifier',
    changeOf: (name) => `Modifier la recherche enregistrée « ${name} »`,
    name: 'Nom',
    rename: 'Renommer',
    delete: 'Supprimer',
    saveThis: 'Enregistrer cette recherche',
    share: 'La partager avec toute l’équipe de modération de ces sites',
    save: 'Enregistrer',
    saved: 'La recherche est enregistrée.',
    renamed: 'La recherche a un nouveau nom.',
    deleted: 'La recherche n’est plus enregistrée.',
    problems: {
      unnamed: 'Donnez-lui un nom de 80 caractères au plus.',
      taken: 'Vous avez déjà une recherche de ce nom. Choisissez-en un autre.',
      full: 'Vous avez enregistré 50 recherches. Supprimez-en d’abord une.',
    },
  },
}
