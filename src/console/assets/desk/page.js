// What the page says of itself.

const { dataset } = document.body

export const { state, site = '', section = '', queue = '', since = '' } = dataset
export const words = JSON.parse(dataset.words ?? '{}')
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
export const byId = (id) => document.getElementById(id)
export const list = byId('cards')
