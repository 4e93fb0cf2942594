// Dragging by mouse, pen and finger. A finger has to rest on a slot for a moment first, so that the board can be scrolled
// with it; the lower edge of a slot changes its length. Escape puts back what is in hand.

/** Pixels before a press is a drag, milliseconds before a finger is one, pixels from an edge at which the board scrolls. */
const FAR = 5;
const LONG = 350;
const EDGE = 48;

export function pointer(desk) {
  let held = null;
  /** A drag that has ended makes no click. */
  let quiet = false;

  document.addEventListener("pointerdown", (event) => {
    const slot = event.target.closest?.("#board [data-slot], #ablage [data-slot]");
    if (!slot || event.button !== 0 || held) return;
    const length = event.target.closest(".slot__grip") !== null;
    held = { slot, length, id: event.pointerId, x: event.clientX, y: event.clientY, lifted: false, to: null };
    if (event.pointerType === "touch") held.timer = setTimeout(() => held && lift(), LONG);
    else event.target.closest("a")?.focus({ preventScroll: true });
  });

  document.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const moved = Math.hypot(event.clientX - held.x, event.clientY - held.y);
    if (!held.lifted) {
      if (event.pointerType === "touch") {
        if (moved > FAR * 2) drop();
        return;
      }
      if (moved < FAR) return;
      lift();
    }
    held.now = [event.clientX, event.clientY];
    aim();
    roll();
  });

  document.addEventListener("pointerup", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const { slot, to, lifted } = held;
    drop();
    if (!lifted) return;
    quiet = true;
    setTimeout(() => (quiet = false), 50);
    if (to === "park") {
      if (slot.dataset.from !== undefined) desk.park(slot);
    } else if (to && !same(slot, to)) {
      desk.place(slot, to);
    }
  });

  document.addEventListener("pointercancel", (event) => {
    if (held && event.pointerId === held.id && !(held.lifted && event.pointerType === "touch")) drop();
  });
  document.addEventListener("keydown", (event) => {
    if (held?.lifted && event.key === "Escape") drop();
  });
  // A finger that carries something does not scroll.
  document.addEventListener("touchmove", (event) => held?.lifted && event.preventDefault(), { passive: false });
  document.addEventListener("contextmenu", (event) => held && event.preventDefault());
  document.addEventListener("dragstart", (event) => event.target.closest?.("[data-slot]") && event.preventDefault());
  document.addEventListener(
    "click",
    (event) => {
      if (quiet && event.target.closest("[data-slot]")) event.preventDefault();
    },
    true,
  );

  function lift() {
    const box = held.slot.getBoundingClientRect();
    held.lifted = true;
    held.grip = held.slot.dataset.from === undefined ? 4 : held.y - box.top;
    held.now = [held.x, held.y];
    held.ghost = document.body.appendChild(document.createElement("div"));
    held.ghost.className = "board-ghost";
    held.copy = held.slot.cloneNode(true);
    held.copy.removeAttribute("id");
    held.copy.classList.add("slot--lifted");
    held.copy.setAttribute("aria-hidden", "true");
    held.copy.querySelectorAll("a").forEach((link) => link.setAttribute("tabindex", "-1"));
    held.slot.classList.add("slot--sent");
    desk.busy += 1;
    aim();
  }

  function drop() {
    clearTimeout(held.timer);
    clearTimeout(held.rolling);
    if (held.lifted) {
      held.ghost.remove();
      held.copy.remove();
      held.slot.classList.remove("slot--sent");
      mark(null);
      desk.busy -= 1;
    }
    held = null;
  }

  function same(slot, to) {
    const now = desk.standing(slot);
    return now.room === to.room && now.from === to.from && now.minutes === to.minutes;
  }

  /** Where what is in hand would land. */
  function aim() {
    const { slot, ghost, copy, length } = held;
    const [x, y] = held.now;
    const now = desk.standing(slot);
    ghost.style.insetInlineStart = `${Math.min(x + 12, innerWidth - 200)}px`;
    ghost.style.insetBlockStart = `${y + 12}px`;
    const parking = document.querySelector("#parkplatz").getBoundingClientRect();
    const columns = desk.columns();
    const inside = (box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    if (!length && inside(parking)) {
      held.to = "park";
      copy.remove();
      mark(document.querySelector("#ablage"), "parking--target");
      ghost.textContent = slot.dataset.title;
      return;
    }
    const everywhere = slot.hasAttribute("data-everywhere");
    const own = columns.find((column) => column.dataset.room === now.room);
    const under = columns.find((column) => {
      const box = column.getBoundingClientRect();
      return x >= box.left && x < box.right;
    });
    const column = length || everywhere ? (own ?? columns[0]) : under;
    const view = document.querySelector(".board-box").getBoundingClientRect();
    if (!column || (!length && !inside(view))) {
      held.to = null;
      copy.remove();
      mark(null);
      ghost.textContent = slot.dataset.title;
      return;
    }
    const top = column.getBoundingClientRect().top;
    const minutes = (y - top - (length ? 0 : held.grip)) / desk.scale();
    const wanted = length
      ? { from: now.from, minutes: Math.max(desk.grid(), desk.snap(minutes) - now.from) }
      : { from: desk.snap(minutes), minutes: now.minutes };
    held.to = { room: everywhere ? null : column.dataset.room, ...desk.within(wanted) };
    if (everywhere) slot.parentElement.append(copy);
    else column.append(copy);
    desk.show(copy, held.to);
    copy.style.insetInlineStart = "0";
    copy.style.width = "calc(100% - 2px)";
    mark(column, "board__column--target");
    const span = `${desk.clock(held.to.from)}–${desk.clock(held.to.from + held.to.minutes)}`;
    ghost.textContent = everywhere ? span : `${span} · ${column.dataset.name}`;
  }

  function mark(element, name) {
    document.querySelectorAll(".board__column--target, .parking--target").forEach((old) => {
      old.classList.remove("board__column--target", "parking--target");
    });
    element?.classList.add(name);
  }

  /** The board scrolls while something is held at its edge. */
  function roll() {
    clearTimeout(held.rolling);
    const box = document.querySelector(".board-box");
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const [x, y] = held.now;
    if (x < left || x > right || y < top || y > bottom) return;
    const step = (at, from, to) => (at < from + EDGE ? -14 : at > to - EDGE ? 14 : 0);
    const by = [step(x, left, right), step(y, top, Math.min(bottom, innerHeight))];
    if (by[0] === 0 && by[1] === 0) return;
    const before = [box.scrollLeft, box.scrollTop];
    box.scrollBy(...by);
    if (before[0] === box.scrollLeft && before[1] === box.scrollTop) return;
    held.rolling = setTimeout(() => {
      if (!held?.lifted) return;
      aim();
      roll();
    }, 30);
  }
}
