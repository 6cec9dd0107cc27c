import type { saved as english } from '../en/saved'

/** The texts of searches that are kept under a name. */
export const saved: typeof english = {
  saved: {
    title: 'Сақталған іздеулер',
    none: 'Әзірге сақталған іздеу жоқ. Іздеп көріп, форманың астында сақтаңыз.',
    all: 'Барлық пікір',
    shared: 'ортақ',
    sharedOwn: 'сіз ортақ еткен',
    change: 'Өзгерту',
    changeOf: (name) => `«${name}» деп сақталған іздеуді өзгерту`,
    name: 'Атауы',
    rename: 'Атауын өзгерту',
    delete: 'Жою',
    saveThis: 'Осы іздеуді сақтау',
    share: 'Осы сайттарды көретін барлық модераторға ашу',
    save: 'Сақтау',
    saved: 'Іздеу сақталды.',
    renamed: 'Іздеудің атауы өзгертілді.',
    deleted: 'Сақталған іздеу жойылды.',
    problems: {
      unnamed: 'Атау беріңіз, ең көбі 80 таңба.',
      taken: 'Сізде мұндай атаулы іздеу бар. Басқа атау таңдаңыз.',
      full: 'Сіз 50 іздеу сақтап қойдыңыз. Алдымен біреуін жойыңыз.',
    },
  },
}
