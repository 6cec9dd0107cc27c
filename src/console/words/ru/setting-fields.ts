import type { fields as english } from '../en/setting-fields'

const share = '0,7\u00a0— это 70\u00a0%.'
/** A counted word would have to agree with any number: the label says what is counted. */
const unit = ''
const seconds = 'с'
const milliseconds = 'мс'

/** Each setting with what it does. */
export const fields: typeof english = {
  default_action: {
    label: 'Комментарий, о котором молчат все правила',
    help: 'На проверку: сначала посмотрит человек. Одобрить: комментарий сразу виден всем.',
  },
  unscored: {
    label: 'Комментарий, у которого нет оценки',
    help: 'Спама или токсичности, например на языке без модели. Без оценки решают остальные правила и настройка выше.',
  },
  comments_open: {
    label: 'Комментарии открыты',
    help: 'Иначе никто не может писать на этом сайте; написанное остаётся.',
  },
  edit_window_seconds: {
    label: 'Сколько времени автор может править текст',
    help: 'Изменённый комментарий проверяется заново. 0: править нельзя.',
    unit: seconds,
  },
  language: { label: 'Язык статей', help: 'Две буквы (ISO 639-1), например ru.' },
  time_zone: {
    label: 'Часовой пояс',
    help: 'Для правил, которые учитывают время суток, например Europe/Berlin.',
  },
  'limits.max_links': { label: 'Ссылок не больше', help: 'Если больше, на проверку.', unit },
  'limits.newcomer_links': {
    label: 'Проверять ссылки новых авторов',
    help: 'Пока у автора нет ни одного одобренного комментария.',
  },
  'limits.hold_newcomers': {
    label: 'Проверять все комментарии новых авторов',
    help: 'Пока у автора нет ни одного одобренного комментария.',
  },
  'limits.max_duplicates': {
    label: 'Одинаковых текстов за 24 часа',
    help: 'Если больше, это спам.',
    unit,
  },
  'limits.max_near_duplicates': {
    label: 'Похожих текстов за 24 часа',
    help: 'Если больше, на проверку.',
    unit,
  },
  'limits.author_per_hour': {
    label: 'Комментариев одного автора за час',
    help: 'Если больше, на проверку.',
    unit,
  },
  'limits.network_per_hour': {
    label: 'Комментариев из одной сети за час',
    help: 'Если больше, на проверку. У редакции или школы сеть может быть общей.',
    unit,
  },
  'limits.max_caps': {
    label: 'Доля заглавных букв',
    help: `Если больше, на проверку. ${share}`,
  },
  'limits.min_length': {
    label: 'Символов в комментарии не меньше',
    help: 'Если короче, на проверку.',
    unit,
  },
  'limits.max_length': {
    label: 'Символов в комментарии не больше',
    help: 'Если длиннее, на проверку.',
    unit,
  },
  captcha_min_age_ms: {
    label: 'Самый быстрый ответ на пример',
    help: 'Более быстрый не принимается, и читатель получает другой пример.',
    unit: milliseconds,
  },
  captcha_ttl_seconds: {
    label: 'Сколько времени пример можно решать',
    help: 'Если указать сутки, читатели смогут надолго оставить страницу открытой.',
    unit: seconds,
  },
  'limits.min_fill_seconds': {
    label: 'Самая быстрая отправка формы',
    help: 'Комментарий, отправленный раньше этого срока после открытия страницы, уходит на проверку.',
    unit: seconds,
  },
  'points.hold': {
    label: 'Баллов для отправки на проверку',
    help: 'Сумма баллов всех правил.',
    unit,
  },
  'points.reject': { label: 'Баллов для отказа', help: 'Сумма баллов всех правил.', unit },
  'rule_guard.authors': {
    label: 'Скольких авторов может задеть новое правило',
    help: 'За сутки после последнего изменения; если превышены и это число, и доля ниже, правило снова только считает.',
    unit,
  },
  'rule_guard.share': {
    label: 'И какую долю комментариев',
    help: `Из обработанных после изменения. ${share}`,
  },
  'learning.enabled': {
    label: 'Учиться на решениях',
    help: 'Если выключить, оценки обходятся без выученного, но оно не забывается.',
  },
  'learning.most_per_moderator_day': {
    label: 'Решений одного модератора за день',
    help: 'Остальные ничему не учат, чтобы один человек не мог исказить оценки.',
    unit,
  },
  'learning.sample_share': {
    label: 'Доля автоматических отказов, которые показывают человеку',
    help: `Тем временем они остаются в силе; так видно, где правила ошибаются. ${share}`,
  },
  'learning.since': {
    label: 'Учиться на решениях начиная с',
    help: 'Если пусто, на всех. Время UTC.',
  },
  second_review_share: {
    label: 'Доля решений, о которых спрашивают второе мнение',
    help: `Другой модератор отвечает, не зная первого решения. ${share}`,
  },
  blocked_domains: { label: 'Запрещённые', help: 'Комментарий с такой ссылкой отклоняется.' },
  allowed_domains: { label: 'Доверенные', help: 'Ссылки на них не считаются.' },
  origins: {
    label: 'Источники (origin)',
    help: 'Страницы из других источников не могут обращаться к API этого сайта для читателей.',
  },
  'external_scorer.kind': {
    label: 'Протокол',
    help: 'Сначала администратор должен указать его хост в EXTERNAL_SCORER_HOSTS.',
  },
  'external_scorer.url': { label: 'Адрес', help: 'Например https://api.example.' },
  'external_scorer.key': {
    label: 'Ключ',
    help: 'Больше нигде не показывается и отправляется только на этот адрес.',
  },
  'external_scorer.timeout_ms': {
    label: 'Сколько ждать ответа',
    help: 'Потом решают собственные оценки.',
    unit: milliseconds,
  },
  'external_scorer.mode': {
    label: 'Как учитывать',
    help: 'Брать более высокую из двух оценок или только ту, которой у нас нет.',
  },
}
