// A part of a page comes in; what comes out notes, stop by stop, how a reader fares who walks through it with Tab.
(part) => {
  const CONTROLS = "a[href], button, input, select, textarea, summary, audio, [role=button], [role=slider], [role=application]"
  const start = document.createElement("span")
  const stops = [], faults = []
  let ring = "" // around the last stop, while it had the focus

  const still = new CSSStyleSheet()
  still.replaceSync("*, *::before, *::after { transition: none !important; scroll-behavior: auto !important }")
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still]

  const called = (element) => {
    const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent
    return `${element.localName} “${name.trim().replace(/\s+/g, " ").slice(0, 60)}”`
  }
  const fault = (element, words) => faults.push(`${called(element)} ${words}`)

  // What shows the focus stands around the control itself, around what is seen in its place, or around what holds it.
  const shown = (element) => [element, ...element.children, element.parentElement, element.closest(".editor"), element.nextElementSibling, ...(element.labels ?? [])]
  const ringOf = (element) => shown(element).map((each) => {
    if (!each) return ""
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke } = getComputedStyle(each)
    const outline = outlineStyle === "none" || outlineWidth === "0px" ? "" : outlineStyle + outlineWidth + outlineColor
    return outline + boxShadow + stroke
  }).join()

  const isInSight = (element) => {
    const bar = element.closest("header.md-header") ? 0 : document.querySelector("header.md-header")?.getBoundingClientRect().bottom ?? 0
    const isUnseen = getComputedStyle(element).opacity === "0" || element.getBoundingClientRect().width <= 1
    const seen = isUnseen ? [element.nextElementSibling, ...(element.labels ?? [])] : [element]
    return seen.some((each) => {
      const box = each?.getBoundingClientRect()
      return box && box.right > 0 && box.left < innerWidth && box.bottom > Math.max(bar, 0) && box.top < innerHeight
    })
  }

  const isReached = (control) => {
    const group = control.type === "radio" ? stops.filter(({ name, form }) => name === control.name && form === control.form) : []
    const isAlike = (stop) => stop.getAttribute("role") === control.getAttribute("role") && stop.getAttribute("class") === control.getAttribute("class")
    const ledTo = control.tabIndex < 0 && stops.some(isAlike) // one stop for all of them: arrows go on from there
    return stops.includes(control) || group.length || ledTo
  }
  const isSeen = (control) => control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && !control.disabled && !control.closest("[inert], [aria-hidden=true]")

  return {
    /** Puts the walk before the part. */
    begin() {
      start.tabIndex = -1
      if (part.popover) part.prepend(start) // it is not walked through where it stands, but after what opens it
      else part.parentNode.insertBefore(start, part)
      start.focus({ preventScroll: true })
    },
    /** Does the stop say that Tab leaves it only after Escape? */
    needsEscape: () => /Escape, then Tab/.test(document.getElementById(stops.at(-1)?.getAttribute("aria-describedby"))?.textContent),
    /** Tab was pressed: notes where the focus is now. Returns whether the walk goes on. */
    step() {
      start.remove()
      const stop = document.activeElement, last = stops.at(-1)
      if (stop === last && stop.localName === "audio") return true // it has stops of its own
      if (last && ring === ringOf(last) && stop !== last) fault(last, "shows no focus")
      if (!part.contains(stop)) return false
      if (stops.includes(stop)) return fault(stop, "holds the focus: Tab does not lead on"), false
      if (last && !(last.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)) fault(stop, "comes too late: it stands further up")
      if (!isInSight(stop)) fault(stop, "is out of sight")
      ring = ringOf(stop)
      stops.push(stop)
      return true
    },
    /** Returns what was wrong on the way. */
    end() {
      for (const control of part.querySelectorAll(CONTROLS)) if (isSeen(control) && !isReached(control)) fault(control, "is not reached by Tab")
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
      return [stops.length, faults]
    },
  }
}
