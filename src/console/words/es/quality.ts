import type { quality as english } from '../en/quality'
import { count, decimal, number, percent, percentSpan } from './formats'

/** How far people and rules agree. */
export const quality: typeof english = {
  percent,
  interval: (low, high) => `de ${decimal(low)} a ${decimal(high)}`,
  percentInterval: percentSpan,

  agreement: {
    title: '¿Coinciden los moderadores?',
    intro:
      'Una parte de las decisiones la revisa por segunda vez alguien que no conoce la primera decisión. La comparación muestra si las normas resultan claras a quienes las aplican, no quién tiene razón.',
    none: 'En estos días no hubo ninguna segunda revisión.',
    tooFew: (pairs, least) =>
      `Decisiones con segunda revisión: ${number(pairs)}. Las cifras se muestran a partir de ${number(least)}: con menos, serían fruto del azar.`,
    undefined: (pairs) =>
      `Decisiones con segunda revisión: ${number(pairs)}. La respuesta fue siempre la misma, en la primera y en la segunda. Así, κ no está definido: el azar bastaría para coincidir.`,
    overall: (agreed, pairs, share) =>
      `La misma acción en ${number(agreed)} de ${count(pairs, 'decisión', 'decisiones')}: ${percent(share)}.`,
    kappaIs: (value, low, high, band) =>
      `κ de Cohen, que descuenta el azar: ${decimal(value)} (de ${decimal(low)} a ${decimal(high)}), concordancia ${band}.`,
    bands: {
      poor: 'pobre',
      slight: 'leve',
      fair: 'aceptable',
      moderate: 'moderada',
      substantial: 'considerable',
      'almost-perfect': 'casi perfecta',
    },
    bandNote:
      'Estas palabras son orientativas (Landis y Koch, 1977). Mire primero el intervalo y después cada respuesta.',
    byAction: 'Por acción',
    byReason: 'Por motivo del rechazo',
    plot: 'κ de Cohen de cada respuesta',
    plotText: (shown, left) =>
      `${count(shown, 'respuesta', 'respuestas')} con κ y su intervalo del 95\u00a0%, de 0 (azar) a 1 (concordancia total).${
        left > 0
          ? ` Sin mostrar, por tener muy pocos pares: ${count(left, 'respuesta', 'respuestas')}.`
          : ''
      } Las mismas cifras están en la tabla siguiente.`,
    answer: 'Respuesta',
    first: 'Primera',
    second: 'Segunda',
    both: 'Ambas',
    share: 'Concordancia',
    kappaTitle: 'κ',
    kappaInterval: 'Intervalo del 95\u00a0%',
    few: 'muy pocas para saberlo',
    notDefined: 'no definido',
  },

  precision: {
    title: '¿Cuánto aciertan las reglas?',
    intro:
      'De los comentarios sobre los que se pronunció una regla y decidió una persona: con qué frecuencia la persona hizo lo que la regla quería. En las reglas que retienen comentarios para que antes los lea alguien, lo previsto es que se equivoquen a menudo.',
    none: 'En estos días no se pronunció ninguna regla.',
    plot: 'Precisión de cada regla',
    plotText: (shown, left) =>
      `${count(shown, 'regla', 'reglas')} con su precisión y su intervalo del 95\u00a0%, de 0 a 100\u00a0%.${
        left > 0
          ? ` Nadie ha decidido todavía sobre lo que detectaron otras: ${count(left, 'regla', 'reglas')}.`
          : ''
      } Las mismas cifras están en la tabla siguiente.`,
    table: 'Las reglas en cifras',
    rule: 'Regla',
    inShadow: (rule) => `Modo sombra: ${rule}`,
    hits: 'Detectados',
    agreed: 'Personas de acuerdo',
    disagreed: 'En desacuerdo',
    precision: 'Precisión',
    interval: 'Intervalo del 95\u00a0%',
    unknown: 'nadie lo ha mirado',
  },
  overturned: {
    title: '¿Con qué frecuencia deciden otros lo contrario?',
    intro:
      'De lo que cada persona decidió de forma definitiva en estos días: con qué frecuencia otra persona decidió después lo contrario, por una apelación, tras una segunda revisión o por iniciativa propia. Solo lo ven los propietarios. A quien le tocan los casos difíciles se le corrige más a menudo, y pocas decisiones dicen poco: mire el intervalo.',
    none: 'En estos días nadie ha decidido nada de forma definitiva.',
    plot: 'Proporción revocada de cada persona',
    plotText: (shown) =>
      `${count(shown, 'persona', 'personas')} con la proporción de decisiones revocadas y su intervalo del 95\u00a0%, de 0 a 100\u00a0%. Las mismas cifras están en la tabla siguiente.`,
    table: 'Las personas en cifras',
    person: 'Persona',
    decisions: 'Decisiones',
    overturned: 'Revocadas',
    onAppeal: 'Por apelación',
    share: 'Proporción',
    interval: 'Intervalo del 95\u00a0%',
  },
}
