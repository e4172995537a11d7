"use strict";
const shots = [...document.querySelectorAll(".shot")];
const turn = document.querySelector(".turn");
let open = null;

function show(shot) {
  if (open) open.classList.remove("open");
  open = shot;
  turn.hidden = !open;
  if (!open) return;
  open.classList.add("open");
  open.focus({ preventScroll: true });
}

// Among those that the filter lets through; past the last comes the first.
function go(by) {
  const seen = shots.filter(shot => !shot.hidden);
  if (by === 0 || seen.length === 0) {
    const last = open;
    show(null);
    if (last) last.focus();
    return;
  }
  show(seen[(seen.indexOf(open) + by + seen.length) % seen.length]);
}

for (const input of document.querySelectorAll("[name=filter]")) {
  input.addEventListener("change", () => {
    for (const shot of shots) shot.hidden = input.value !== "" && shot.dataset.verdict !== input.value;
    if (open && open.hidden) show(null);
  });
}
for (const shot of shots) shot.addEventListener("click", () => (shot === open ? go(0) : show(shot)));
for (const button of turn.querySelectorAll("button")) button.addEventListener("click", () => go(Number(button.dataset.turn)));
document.addEventListener("keydown", event => {
  if (event.key === "Enter" && !open && shots.includes(document.activeElement)) show(document.activeElement);
  else if (!open) return;
  else if (event.key === "ArrowRight") go(1);
  else if (event.key === "ArrowLeft") go(-1);
  else if (event.key === "Escape") go(0);
});
