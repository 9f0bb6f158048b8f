// Which colour says what, how many songs have it, and the choice to see only some.

/** @param choose called with the codes to be seen, none for all */
function legendOf(map, choose) {
  const list = at("groups");
  const select = at("by");

  function draw(colouring, only, outlined) {
    const colours = colouring.colours(only);
    const parts = [];
    if (colouring.bar) {
      parts.push(bar(colouring.bar));
    }
    const listed = colouring.parts.filter((part, i) => i < MOST_ENTRIES || part.missing);
    if (listed.length > 0) {
      parts.push(element("ul", { class: "entries" }, listed.map((part) => element("li", {}, entry(part, colours[part.code], only)))));
    }
    if (listed.length < colouring.parts.length) {
      parts.push(element("p", { class: "genres" }, `${counted(colouring.parts.length - listed.length, "smaller group")} not listed`));
    }
    if (outlined) {
      parts.push(words("p", { class: "note" }, `A line holds ${map.within} % of a group; what is everywhere has none.`));
    }
    const all = element("button", { type: "button", class: "all", id: "all" }, "Show all");
    all.hidden = only.size === 0;
    all.addEventListener("click", () => choose(new Set()));
    parts.push(all);
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.code : null;
    list.replaceChildren(...parts);
    if (focused) {
      (list.querySelector(`[data-code="${focused}"]`) ?? select).focus({ preventScroll: true });
    }
  }

  function entry({ name, code, count }, colour, only) {
    const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.background = css(colour);
    const button = element("button", { type: "button", "aria-pressed": String(only.has(code)), "data-code": code }, [
      swatch,
      words("span", { class: "name" }, name === "" ? "(unnamed)" : name),
      element("span", { class: "number" }, count.toLocaleString("en")),
    ]);
    button.classList.toggle("off", only.size > 0 && !only.has(code));
    button.addEventListener("click", (event) => {
      const added = event.shiftKey || event.ctrlKey || event.metaKey;
      const next = new Set(added ? only : []);
      if (!only.has(code)) {
        next.add(code);
      } else if (added) {
        next.delete(code);
      } else if (only.size > 1) {
        next.add(code);
      }
      choose(next);
    });
    return button;
  }

  function bar({ low, high, at: colourAt }) {
    const stops = Array.from({ length: 11 }, (_, i) => colourAt(i / 10));
    const strip = element("div", { class: "strip" });
    strip.style.background = `linear-gradient(90deg, ${stops.join(", ")})`;
    return element("div", { class: "scale", role: "img", "aria-label": `from ${low} to ${high}` }, [
      strip, element("span", {}, low), element("span", {}, high),
    ]);
  }

  function choices(chosen, changed) {
    at("legend").hidden = map.colourings.length === 0;
    at("side").classList.toggle("bare", map.colourings.length === 0);
    map.colourings.forEach(({ title }, i) => select.append(element("option", { value: i }, title)));
    select.value = chosen;
    select.addEventListener("change", () => changed(Number(select.value)));
  }

  return { draw, choices, select: (index) => (select.value = index) };
}
