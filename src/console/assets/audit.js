// A long chain is checked part by part: the next part is asked for as soon as one is shown.

const goOn = document.querySelector('[data-go-on]')
if (goOn) location.replace(goOn.href)
