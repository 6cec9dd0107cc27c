import type { Row } from './rows'

const names = (
  'Scunthorpe,Essex,Wessex,Clitheroe,Lightwater,Dickens,Dickinson,Dickson,Hitchcock,Babcock,Peacock,' +
  'Woodcock,Moby Dick,Dick Durbin,Dick Clark,Dick Tracy,Philip K. Dick,Dickie Davies,Cummings,Arsenal,' +
  'Niger,Nigeria,Montenegro,Assisi,Assam,Cassidy,Hellman,Hooker Street,Beaver County,Balls Pond Road'
).split(',')
const aboutNames = [
  'We talked about # at the library last week.',
  'The article about # gets the dates wrong.',
  'I read a long piece on # in the Sunday paper.',
]

const things = (
  'assassin,bassoon,embassy,ambassador,passage,assessment,assignment,asset,classic,glass,grass,massage,' +
  'cockpit,cocktail,cockatoo,cockroach,peacock,weathercock,shuttlecock,cucumber,document,circumstance,' +
  'analysis,therapist,grape,drapery,title,constitution,raccoon,tycoon,cocoon,spice rack,screwdriver,' +
  'fire retardant,garden hoe,pussycat,booby trap,blue tit,great tit,shag carpet,dyke by the river,' +
  'donkey,mule,shell,scrap yard,vacuum cleaner,cum laude degree,shiitake mushroom,basement,button,' +
  'sextant,sextet,Uranus probe,arsenic test,parsnip,accumulator,magna cum laude diploma'
).split(',')
const aboutThings = [
  'The # was mentioned twice in the report.',
  'My uncle has a # and likes to talk about it.',
  'They paid too much for the # if you ask me.',
]

const sentences = [
  'The breeder sold the bitch and her five puppies.',
  'Please stop pussyfooting around the question.',
  'It rained the whole bloody Sunday, said my British aunt.',
  'Jesus rode into town on an ass.',
  'The chink in the armour of this plan is the funding.',
  'He sniggered at the despicable plot of the film.',
  'The rooster, or cock, woke the village at five.',
  'The hooker won the scrum and the match for the rugby club.',
  'A niggling doubt about the numbers remains.',
  'The dam held, but the dykes downstream did not.',
  'The new pump sucks water out of the tunnel.',
  'Screw the bracket to the wall with four screws.',
  'They shot the documentary in one take, it killed at the festival.',
  'The retarding basin keeps the flood away from the road.',
  'Faggots and peas are a traditional dish in the Midlands.',
  'The Beaver Dam council voted for the bond.',
]

/**
 * Own harmless sentences with a bad word inside a good one, or with a word that has two senses. Others
 * than those that the report measures.
 */
export function benignLookalikes(): Row[] {
  const filled = (templates: string[], fillings: string[]) =>
    fillings.flatMap((filling) => templates.map((template) => template.replace('#', filling)))
  return [...filled(aboutNames, names), ...filled(aboutThings, things), ...sentences].map(
    (text, number): Row => ({
      id: `own-${number}`,
      text,
      lang: 'en',
      source: 'own_lookalikes',
      license: 'MIT',
      toxic: 0,
    }),
  )
}
