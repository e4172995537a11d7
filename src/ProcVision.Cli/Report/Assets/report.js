"use strict";
(() => {
  const photo = document.getElementById("photo");
  const stage = photo.querySelector(".stage");
  const canvas = photo.querySelector(".canvas");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* Everything that stands for one rectangle: its lines, its number on the picture, its row in the table. */
  const shown = new Map();
  for (const part of all("[data-rect]")) {
    const number = part.dataset.rect;
    shown.set(number, [...(shown.get(number) ?? []), part]);
  }

  const numberOf = target => target.closest?.("[data-rect]")?.dataset.rect;
  let hovered, picked;

  const refresh = number => {
    for (const part of shown.get(number) ?? []) {
      part.classList.toggle("on", number === hovered || number === picked);
      part.querySelector("button.number")?.setAttribute("aria-pressed", String(number === picked));
    }
  };

  const hover = number => {
    if (number === hovered) return;
    const before = hovered;
    hovered = number;
    refresh(before);
    refresh(number);
  };

  const pick = number => {
    const before = picked;
    picked = number === picked ? undefined : number;
    refresh(before);
    refresh(picked);
    photo.classList.toggle("picked", picked !== undefined);
    if (picked !== undefined) bringIntoView(shown.get(picked));
  };

  const bringIntoView = parts => {
    const line = parts.find(part => part.matches(".mark"))?.querySelector(".line");
    if (!line) return;
    const place = line.getBoundingClientRect(), frame = stage.getBoundingClientRect();
    stage.scrollBy({
      left: place.left + place.width / 2 - frame.left - frame.width / 2,
      top: place.top + place.height / 2 - frame.top - frame.height / 2,
    });
    const now = line.getBoundingClientRect();
    if (now.top < 0 || now.bottom > innerHeight) stage.scrollIntoView({ block: "nearest" });
    parts.find(part => part.matches("tr"))?.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("pointerover", event => hover(numberOf(event.target)));
  document.addEventListener("focusin", event => hover(event.target.matches("button.number") ? numberOf(event.target) : undefined));
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && picked !== undefined) pick(picked);
  });
  document.getElementById("rects")?.addEventListener("click", event => {
    const number = numberOf(event.target);
    if (shown.get(number)?.some(part => part.matches(".mark"))) pick(number);
  });

  /* Fit and 1:1 in turn, with the place that was pressed where it was. A picture that is larger than life already goes one further. */
  const zooms = all("[name=zoom]", photo);
  const zoomTo = (input, x, y) => {
    const before = canvas.getBoundingClientRect();
    input.checked = true;
    const after = canvas.getBoundingClientRect();
    stage.scrollBy(
      after.left + (x - before.left) / before.width * after.width - x,
      after.top + (y - before.top) / before.height * after.height - y);
    arrange();
  };
  canvas.addEventListener("click", event => {
    const number = numberOf(event.target);
    if (number !== undefined) return pick(number);
    if (picked !== undefined) return pick(picked);
    const width = canvas.getBoundingClientRect().width;
    const life = Number(canvas.style.getPropertyValue("--w"));
    const larger = zooms[0].checked ? zooms.find(input => Number(input.value) * life > width * 1.2) : undefined;
    zoomTo(larger ?? zooms[0], event.clientX, event.clientY);
  });
  for (const input of zooms) input.addEventListener("change", () => arrange());

  /* Layers. */
  for (const box of all("[data-shows]", photo)) {
    const show = () => {
      for (const part of all(`[data-layer="${box.dataset.shows}"]`))
        part.classList.toggle(part.matches("tr") ? "away" : "off", !box.checked);
      arrange();
    };
    box.addEventListener("change", show);
    if (!box.checked) show();
  }
  for (const box of all("#numbers, #texts")) box.addEventListener("change", () => arrange());

  /* Every number goes to the side of its rectangle where it covers least: no other number, no part. The distances are those of the style. */
  const gap = 5, inset = 4;
  const sides = {
    tl: (box, size) => [box.left, box.top - gap - size.height],
    tr: (box, size) => [box.right - size.width, box.top - gap - size.height],
    bl: box => [box.left, box.bottom + gap],
    br: (box, size) => [box.right - size.width, box.bottom + gap],
    l: (box, size) => [box.left - gap - size.width, box.top],
    r: box => [box.right + gap, box.top],
    in: box => [box.left + inset, box.top + inset],
  };
  const overlap = (a, b) =>
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const sum = (boxes, of) => boxes.reduce((total, box, at) => total + of(box, at), 0);

  const arrange = () => {
    const holders = all(".holder:not(.off)", canvas);
    if (holders.length > 400) return;
    const area = canvas.getBoundingClientRect();
    const room = { left: area.left - 10, top: area.top - 26, right: area.right + 10, bottom: area.bottom + 26 };
    const boxes = holders.map(holder => holder.getBoundingClientRect());
    const sizes = holders.map(holder => holder.querySelector(".tag").getBoundingClientRect());
    const taken = [];
    holders.forEach((holder, index) => {
      let best;
      for (const [side, place] of Object.entries(sides)) {
        const size = sizes[index];
        const [left, top] = place(boxes[index], size);
        const tag = { left, top, right: left + size.width, bottom: top + size.height };
        const cost = 4 * sum(taken, other => overlap(tag, other))
          + sum(boxes, (other, at) => at === index && side !== "in" ? 0 : overlap(tag, other))
          + 8 * (size.width * size.height - overlap(tag, room));
        if (best === undefined || cost < best.cost - 1) best = { side, cost, tag };
        if (cost < 1) break;
      }
      holder.dataset.side = best.side;
      taken.push(best.tag);
    });
  };

  const image = canvas.querySelector("img");
  const tellUnseen = () => { canvas.querySelector(".unseen").hidden = image.naturalWidth > 0; };
  if (image.complete) tellUnseen();
  else for (const end of ["load", "error"]) image.addEventListener(end, tellUnseen);

  /* The last words count. */
  for (const lines of all(".lines")) lines.scrollTop = lines.scrollHeight;

  addEventListener("resize", arrange);
  arrange();
})();
