// Whoever types a limit wants it to count: the tick "off" goes.

document.addEventListener('input', ({ target }) => {
  if (!target.matches('.setting-value .short')) return
  const off = target.parentElement.querySelector('[name^="off:"]')
  if (off) off.checked = false
})
