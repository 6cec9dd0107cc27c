import type { fields as english } from '../en/setting-fields'

const seconds = 'секунд'
const characters = 'таңба'
const milliseconds = 'миллисекунд'
const held = 'Одан асса, пікір кідіртіледі.'
const share = '0.7 – бұл 70%.'

/** Each setting with what it does. */
export const fields: typeof english = {
  default_action: {
    label: 'Ешбір ережеге сай келмеген пікір',
    help: 'Кідірту: алдымен адам қарайды. Мақұлдау: бірден жарияланады.',
  },
  comments_open: {
    label: 'Пікір жазу ашық',
    help: 'Өшірілсе, бұл сайтта ешкім жаза алмайды; бұрынғы пікірлер қалады.',
  },
  edit_window_seconds: {
    label: 'Автор өңдей алатын уақыт',
    help: 'Өңделген пікір қайта тексеріледі. 0: өңдеуге болмайды.',
    unit: seconds,
  },
  language: { label: 'Мақалалардың тілі', help: 'Екі әріп (ISO 639-1), мысалы kk.' },
  time_zone: {
    label: 'Уақыт белдеуі',
    help: 'Сағатты ескеретін ережелер үшін, мысалы Asia/Almaty.',
  },
  'limits.max_links': { label: 'Сілтеме саны, ең көбі', help: held, unit: 'сілтеме' },
  'limits.newcomer_links': {
    label: 'Жаңа автордың сілтемесі бар пікірін кідірту',
    help: 'Автордың бір пікірі мақұлданғанша.',
  },
  'limits.hold_newcomers': {
    label: 'Жаңа автордың барлық пікірін кідірту',
    help: 'Автордың бір пікірі мақұлданғанша.',
  },
  'limits.max_duplicates': {
    label: '24 сағаттағы бірдей мәтіндер',
    help: 'Одан асса, спам болып есептеледі.',
    unit: 'мәтін',
  },
  'limits.max_near_duplicates': {
    label: '24 сағаттағы бірдей дерлік мәтіндер',
    help: held,
    unit: 'мәтін',
  },
  'limits.author_per_hour': {
    label: 'Бір автордың бір сағаттағы пікірлері',
    help: held,
    unit: 'пікір',
  },
  'limits.network_per_hour': {
    label: 'Бір желіден бір сағатта келетін пікірлер',
    help: `${held} Редакция не мектеп бір желіні ортақ пайдалануы мүмкін.`,
    unit: 'пікір',
  },
  'limits.max_caps': {
    label: 'Бас әріптердің үлесі',
    help: `${held} ${share}`,
  },
  'limits.min_length': {
    label: 'Пікірдің ең аз ұзындығы',
    help: 'Одан қысқасы кідіртіледі.',
    unit: characters,
  },
  'limits.max_length': {
    label: 'Пікірдің ең көп ұзындығы',
    help: 'Одан ұзыны кідіртіледі.',
    unit: characters,
  },
  captcha_min_age_ms: {
    label: 'Есепті шығарудың ең қысқа уақыты',
    help: 'Одан тез жауап қабылданбайды, оқырманға басқа есеп беріледі.',
    unit: milliseconds,
  },
  captcha_ttl_seconds: {
    label: 'Есептің жарамдылық уақыты',
    help: 'Бір тәулік қойылса, оқырман бетті ашық қалдыра алады.',
    unit: seconds,
  },
  'limits.min_fill_seconds': {
    label: 'Форманы толтырудың ең қысқа уақыты',
    help: 'Бет ашылғаннан кейін одан ерте жіберілген пікір кідіртіледі.',
    unit: seconds,
  },
  'points.hold': {
    label: 'Кідіртілетін ұпай',
    help: 'Барлық ереже ұпайларының қосындысы.',
    unit: 'ұпай',
  },
  'points.reject': {
    label: 'Қабылданбайтын ұпай',
    help: 'Барлық ереже ұпайларының қосындысы.',
    unit: 'ұпай',
  },
  'rule_guard.authors': {
    label: 'Жаңа ереже әрекет ете алатын автор саны',
    help: 'Соңғы өзгерістен кейінгі бір тәулікте; осыдан да, төмендегі үлестен де асса, ереже тек сынақта жұмыс істейді.',
    unit: 'автор',
  },
  'rule_guard.share': {
    label: 'Әрі пікірлердің мына үлесі',
    help: `Өзгерістен бері тексерілген пікірлердің ішінде. ${share}`,
  },
  'learning.enabled': {
    label: 'Шешімдерден үйрену',
    help: 'Өшірулі болса, көрсеткіштерге үйренгені қосылмайды; бірақ ол ұмытылмайды.',
  },
  'learning.most_per_moderator_day': {
    label: 'Бір модератордың бір күндегі шешімдері',
    help: 'Одан асқанынан үйренбейді, сондықтан бір адам көрсеткіштерді бұрмалай алмайды.',
    unit: 'шешім',
  },
  'learning.sample_share': {
    label: 'Автоматты түрде қабылданбай, адамға көрсетілетін пікірлердің үлесі',
    help: `Бұл арада шешім күшінде қалады; іріктеме ережелердің қай жерде қателесетінін көрсетеді. ${share}`,
  },
  'learning.since': {
    label: 'Қай уақыттан бергі шешімдерден үйрену',
    help: 'Бос болса, барлығынан. UTC бойынша.',
  },
  second_review_share: {
    label: 'Екінші қарауға берілетін шешімдердің үлесі',
    help: `Басқа модератор бірінші шешімді білмей шешеді. ${share}`,
  },
  blocked_domains: {
    label: 'Тыйым салынған',
    help: 'Осындай доменге сілтемесі бар пікір қабылданбайды.',
  },
  allowed_domains: { label: 'Сенімді', help: 'Бұларға берілген сілтемелер саналмайды.' },
  origins: {
    label: 'Беттердің мекенжайлары',
    help: 'Басқа мекенжайлардағы беттер бұл сайттың оқырман API интерфейсін шақыра алмайды.',
  },
  'external_scorer.kind': {
    label: 'Қызмет түрі',
    help: 'Алдымен жүйе әкімшісі оның хостын EXTERNAL_SCORER_HOSTS айнымалысына жазуы керек.',
  },
  'external_scorer.url': { label: 'Мекенжайы', help: 'Мысалы, https://api.example.' },
  'external_scorer.key': {
    label: 'Кілт',
    help: 'Ешқашан қайта көрсетілмейді және тек осы мекенжайға жіберіледі.',
  },
  'external_scorer.timeout_ms': {
    label: 'Ең ұзақ күту уақыты',
    help: 'Содан кейін өз көрсеткіштеріміз шешеді.',
    unit: milliseconds,
  },
  'external_scorer.mode': {
    label: 'Қалай есептеледі',
    help: 'Екі көрсеткіштің жоғарысы немесе тек өзіміздікі жоқ жерде.',
  },
}
