import type { mistakes as english } from '../en/mistakes'
import { count } from './formats'
import { ruleFields } from './rule-fields'

const types: Record<string, string> = { ...ruleFields.types, null: 'null' }

/** In quotation marks, where no case ending is needed. */
const typeOf = (type: string): string =>
  `«${types[type] ?? (type.startsWith('list<') ? 'тізім' : type.replace(/^\$(.+)$/, '$1 тобы'))}»`

const hints = {
  write_a_point: ' Бүтін санды нүктемен жазыңыз, мысалы 2.0.',
  never_null:
    ' Өрістің мәні ешқашан null болмайды: белгісіз мәтін "" деп, белгісіз сан -1 деп жазылады.',
}

const kinds = { list: 'сөздер тізімі', pattern: 'үлгілер тізімі' }

const quoted = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(', ')

const condition: typeof english.condition = {
  no_field: ({ name, near, isGroup }) =>
    isGroup
      ? `«${name}» – өрістер тобы. Оның бір өрісін көрсетіңіз: «${name}.…».`
      : `«${name}» деген өріс жоқ.${near && ` Мынаны айтқыңыз келді ме: ${near}?`}`,
  not_between: ({ operator, left, right, hint }) =>
    `Мұнда «${operator}» жарамайды: сол жағында ${typeOf(left)}, оң жағында ${typeOf(right)} тұр.${hint ? hints[hint] : ''}`,
  not_before: ({ sign, type }) => `Мұнда «${sign}» жарамайды: одан кейін ${typeOf(type)} тұр.`,
  needs_true_or_false: ({ type }) =>
    `«&&», «||» және «?» үшін true немесе false керек, ал мұнда ${typeOf(type)} тұр.`,
  branches_differ: '«:» таңбасының екі жағындағы мәндердің түрі бірдей болуға тиіс.',
  mixed_list: 'Тізімдегі барлық мәннің түрі бірдей болуға тиіс.',
  no_fields_below: ({ type }) => `${typeOf(type)} түріндегі мәннің өрістері болмайды.`,
  not_called_so: ({ name }) =>
    `${name}() функциясын бұлай қолдануға болмайды: неге қолданылғанын және жақшада не тұрғанын тексеріңіз.`,
  no_function: ({ name, known }) =>
    `Шарттарда ${name}() функциясы жоқ. Бар функциялар: ${known.map((one) => `${one}()`).join(', ')}.`,
  bank_in_quotes: ({ kind }) => `${kind}() жақшасына бір тізімнің атауын тырнақшаға алып жазыңыз.`,
  bank_of_other_kind: ({ name, write }) =>
    `«${name}» тізімінің түрі басқа: ${write}("${name}") деп жазыңыз.`,
  no_bank: ({ kind, name, known }) =>
    `«${name}» деген ${kinds[kind]} жоқ.${known.length > 0 ? ` Барлары: ${quoted(known)}.` : ''}`,
  ends_too_soon: 'Шарт аяқталмаған.',
  not_here: ({ text }) => `Бұл жерде «${text}» тұра алмайды.`,
  missing_before: ({ sign, text }) => `«${text}» алдында «${sign}» жетіспейді.`,
  not_closed: 'Мәтін жабылмаған: соңында басындағымен бірдей тырнақша тұруға тиіс.',
  not_a_number: ({ text }) => `«${text}» – сан емес.`,
  wrong_escape:
    '\\ таңбасынан кейін n, r, t, \\, " немесе \' жазылады; таңбаның өзі керек болса, \\\\ деп жазыңыз.',
  reserved: ({ name }) =>
    `«${name}» – шарттар тілінің қызметтік сөзі, оны атау ретінде қолдануға болмайды.`,
  plain_values_only: 'Мұнда тек мәтін, сан, true немесе false жазуға болады.',
  number_too_large: 'Бұл сан тым үлкен.',
  result_too_large: 'Нәтиже тым үлкен болуы мүмкін.',
  loop_in_loop: 'Цикл ішінде тағы бір цикл қолдануға болмайды.',
  loop_over_list: ({ name }) =>
    `${name}() тек ${typeOf('list<string>')} түріндегі өріске қолданылады.`,
  loop_name: ({ name }) => `${name}() жақшасының басында қаралатын мәнге жаңа атау беріңіз.`,
  divisor: 'Тек шарттың өзінде жазылған, 0-ден үлкен санға бөлуге болады.',
  no_joining: 'Шартта мәтіндерді де, тізімдерді де біріктіруге болмайды.',
  no_index: 'Тізімдегі мәнді нөмірі бойынша алуға болмайды; exists() немесе in қолданыңыз.',
  no_optional: 'Шартта міндетті емес өрістер жоқ: барлық өріс әрқашан бар.',
  no_maps: 'Шартта {…} түріндегі сөздіктерді қолдануға болмайды.',
  too_complex: ({ parts, levels, elements }) =>
    `Шарт тым күрделі; рұқсат етілгені – ең көбі ${count(parts, 'бөлік')}, ${count(levels, 'деңгей')} және бір тізімде ${count(elements, 'мән')}.`,
  too_long: ({ limit }) => `Шарттың ұзындығы ${count(limit, 'таңбадан')} аспауға тиіс.`,
  not_true_or_false:
    'Шарттың нәтижесі «иә» немесе «жоқ» болуға тиіс; мәнді бір нәрсемен салыстырыңыз.',
  not_understood: (_) => 'Шартта бұлай жазуға болмайды.',
}

const bank: typeof english.bank = {
  wrong_name:
    'Атау кіші латын әріптерінен, цифрлардан, «-» және «_» таңбаларынан тұрады, ең көбі 40 таңба; әріптен басталуға тиіс.',
  too_many_words: ({ limit }) => `Сөздер тізімінде ең көбі ${count(limit, 'жазба')} болуы мүмкін.`,
  too_many_patterns: ({ limit }) =>
    `Үлгілер тізімінде ең көбі ${count(limit, 'жазба')} болуы мүмкін.`,
  too_costly: 'Бұл үлгілер бірге алғанда тым күрделі: {0,50} сияқты қайталауларды қысқартыңыз.',
  too_many_banks: ({ limit }) => `Сайтта ең көбі ${count(limit, 'тізім')} болуы мүмкін.`,
  same_name: 'Екі тізімнің атауы бірдей.',
  too_many_patterns_in_all: ({ limit }) =>
    `Сайттың барлық тізімінде бірге алғанда ең көбі ${count(limit, 'үлгі')} болуы мүмкін.`,
}

/** They follow a colon, so they begin with a small letter. */
const entry: typeof english.entry = {
  empty: 'ештеңе жазылмаған.',
  no_text: 'жарамсыз таңба бар.',
  too_long: ({ limit }) => `${count(limit, 'таңбадан')} ұзын.`,
  star_inside: 'жұлдызша (*) тек соңында тұра алады, мысалы «сөз*».',
  nothing_to_find: 'әріп те, цифр да, эмодзи де жоқ.',
  too_wide: ({ limit }) => `жұлдызшаның алдында кемінде ${count(limit, 'әріп')} тұруға тиіс.`,
  repeats_too_much:
    'қайталау тым көп: шегі – шамамен .{0,50}, ал қайталаудың ішіндегі қайталау еселеп көбейеді.',
  too_large: 'үлгі тым үлкен: оны бірнеше үлгіге бөліңіз.',
  matches_everything: 'бұл үлгіге бос мәтін де, демек кез келген пікір де сай келеді.',
  no_pattern: ({ piece }) => `бұл RE2 синтаксисіндегі үлгі емес; қате мына жерде: «${piece}».`,
}

/** What owners did wrong. */
export const mistakes: typeof english = { condition, bank, entry }
