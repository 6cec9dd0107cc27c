import { intervalPlot } from '../../../src/console/interval-plot'

const row = (value: number, low = value, high = value) => ({ label: 'Insult', value, low, high })

describe('A plot of figures with their intervals', () => {
  test('draws from chance at the left to full agreement at the right, one row below the other', () => {
    const { rows, ticks, width, height } = intervalPlot([row(0), row(1), row(0.5, 0.25, 0.75)])
    const [left, right] = [ticks[0]?.x ?? 0, ticks.at(-1)?.x ?? 0]
    expect(rows.map(({ x }) => x)).toEqual([left, right, (left + right) / 2])
    expect(rows[2]).toMatchObject({
      from: left + (right - left) * 0.25,
      to: left + (right - left) * 0.75,
    })
    expect(rows.map(({ y }) => y)).toEqual(rows.map(({ y }) => y).toSorted((a, b) => a - b))
    expect([width > right, height > (rows.at(-1)?.y ?? 0)]).toEqual([true, true])
  })

  test('stays within the picture: less than chance is drawn as chance, long names are cut', () => {
    const { rows, ticks } = intervalPlot([{ ...row(-0.4, -1, 0.1), label: 'x'.repeat(200) }])
    expect(rows[0]?.x).toBe(ticks[0]?.x)
    expect(rows[0]?.from).toBe(ticks[0]?.x)
    expect(rows[0]?.label.length).toBeLessThan(60)
    expect(intervalPlot(Array.from({ length: 500 }, () => row(0.5))).rows.length).toBeLessThan(100)
    expect(intervalPlot([]).rows).toEqual([])
  })
})
