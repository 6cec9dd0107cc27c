/** The texts of searches that are kept under a name. */
export const saved = {
  saved: {
    title: 'Saved searches',
    none: 'No search is saved yet. Search for something, then save it below the form.',
    all: 'All comments',
    shared: 'shared',
    sharedOwn: 'shared by you',
    change: 'Change',
    changeOf: (name: string) => `Change the saved search "${name}"`,
    name: 'Name',
    rename: 'Rename',
    delete: 'Delete',
    saveThis: 'Save this search',
    share: 'Share it with every moderator who can see these sites',
    save: 'Save',
    saved: 'The search is saved.',
    renamed: 'The search has a new name.',
    deleted: 'The search is no longer saved.',
    problems: {
      unnamed: 'Give it a name of at most 80 characters.',
      taken: 'You have a search of this name. Use another name.',
      full: 'You have saved 50 searches. Delete one first.',
    },
  },
}
