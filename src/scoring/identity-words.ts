/**
 * Words that name groups of people, without judging them. The acting heads read every one of them as
 * the same `<identity>`, so that no group's name can raise or lower a score. Slurs are not listed:
 * they are insults. Spelled as the skeleton view spells them: no diacritics, lower case.
 */
const english =
  'gay gays lesbian lesbians trans transgender transgendered transgenders transsexual transsexuals ' +
  'transwoman transwomen transman transmen queer queers bisexual bisexuals bi lgbt lgbtq lgbtqia ' +
  'homosexual homosexuals homosexuality heterosexual heterosexuals straight nonbinary cis asexual ' +
  'intersex muslim muslims moslem moslems islam islamic jew jews jewish judaism christian christians ' +
  'christianity catholic catholics protestant protestants evangelical evangelicals mormon mormons ' +
  'atheist atheists hindu hindus sikh sikhs buddhist buddhists taoist taoists black blacks white ' +
  'whites asian asians latino latinos latina latinas latinx hispanic hispanics mexican mexicans ' +
  'african africans american americans canadian canadians european europeans chinese japanese korean ' +
  'koreans arab arabs arabic indian indians pakistani pakistanis immigrant immigrants ' +
  'migrant migrants refugee refugees foreigner foreigners woman women female females girl girls man ' +
  'men male males boy boys lady ladies disabled disability deaf blind paralyzed paralysed autistic ' +
  'autism elderly old older young younger teenage teenager teenagers millennial millennials millenial millenials eastern feminist ' +
  'feminists native natives aboriginal aborigines indigenous roma romani gypsy gypsies polish russian ' +
  'russians ukrainian ukrainians turkish turks irish italian italians german germans french spanish ' +
  'israeli israelis palestinian palestinians iranian iranians syrian syrians somali somalis nigerian ' +
  'nigerians puerto rican brown colored coloured minority minorities'

const others =
  'auslander auslandern turken turkische syrer araber juden judische muslime muslimen moslems ' +
  'fluchtling fluchtlinge fluchtlingen migranten schwarze schwarzen frauen manner schwule lesben ' +
  'homosexuelle behinderte deutschen zigeuner afrikaner islam ' +
  'femme femmes homme hommes arabe arabes juif juifs juive musulman musulmans musulmane musulmanes ' +
  'noir noirs noire noires blanc blancs migrants immigres refugies homosexuel homosexuels africain ' +
  'africains chinois asiatique asiatiques handicape handicapes ' +
  'mulher mulheres homem homens negro negros negra negras branco brancos branca gays lesbica ' +
  'lesbicas judeu judeus muculmano muculmanos evangelico evangelicos nordestino nordestinos indio ' +
  'indios homossexual homossexuais deficiente deficientes estrangeiro estrangeiros'

const unspoken =
  '여자 남자 여성 남성 게이 레즈비언 동성애자 트랜스젠더 무슬림 이슬람 기독교 흑인 백인 중국인 일본인 조선족 ' +
  '외국인 난민 장애인 노인 المسلمين المسلم اليهود اليهودي المسيحيين النساء المرأة الرجال السود العرب ' +
  'اللاجئين الافارقة الأفارقة الشيعة السنة'

const identities: ReadonlySet<string> = new Set(
  [english, others, unspoken].flatMap((list) => list.split(' ')),
)

/** Whether a word (as the skeleton view spells it) names a group of people. */
export function isIdentity(word: string): boolean {
  if (identities.has(word)) return true
  return word.endsWith("'s") && identities.has(word.slice(0, -2))
}
