// Endings by which a bare "name.ending" in running text is taken for a web address. Not the whole
// root zone: every entry here is a chance to read a missing space after a full stop as a link.

const generic =
  'com net org info biz edu gov mil int mobi name pro online site shop store club xyz icu website ' +
  'tech cloud digital agency casino bet poker loan loans bid trade download stream science vip click ' +
  'space press blog app dev media network finance capital guru email services solutions support ' +
  'ventures wiki zone fit fyi lol porn sex xxx adult dating webcam host monster cyou buzz rocks ' +
  'asia cat coop jobs museum tel travel onion'

const countries =
  'ac ad ae af ag ai al ao ar au aw az ba bd bf bg bh bi bj bo br bt bw bz ca cc cd cf cg ch ci cl cm ' +
  'cn co cr cu cv cw cx cy cz de dj dk dm dz ec ee eg es et eu fi fj fm fo fr ga gd ge gf gg gh gi gl ' +
  'gm gn gp gq gr gt gu gy hk hn hr ht hu ie il im io iq ir je jm jo jp ke kg kh ki km kr kw ky kz lb ' +
  'lc li lk lr ls lt lu lv ly ma mc mg mh mk ml mm mn mo mp mq mr mt mu mv mw mx mz na nc ne nf ng ni ' +
  'nl np nr nu nz om pe pf pg ph pk pl pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg si sk sl ' +
  'sm sn sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn tr tt tv tw tz ua ug uk uy uz va vc ve ' +
  'vg vi vn vu wf ws ye za zm zw рф рус укр бел срб 中国 中國 公司 网络 香港 台湾 한국'

// Also words or file endings: a bare name with one of these needs a path behind it, or "www." before.
const words =
  'am an as at be by cash date do fun game games in is it la life link live me money my new news no ' +
  'now one page party plus review sh so team to today top us win work works world md as help care best'

const certain = new Set(`${generic} ${countries}`.split(' '))
const doubtful = new Set(words.split(' '))

/** How sure a last label makes us that a bare name is an address. */
export function endingOf(label: string): 'certain' | 'doubtful' | 'none' {
  if (certain.has(label) || label.startsWith('xn--')) return 'certain'
  return doubtful.has(label) ? 'doubtful' : 'none'
}
