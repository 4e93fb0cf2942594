// Moving by keys: on the title of a slot, arrows move it by the grid and from room to room, with Shift the upper and lower
// ones change its length, Delete parks it, Escape puts it back. Where it stands is read out at once and sent after a moment of
// rest, on Enter, or when the focus leaves, so that ten steps are one change. A parked slot is put into the first gap.

const REST = 700;

export function keyboard(desk) {
  let moving = null;

  document.addEventListener("keydown", (event) => {
    const slot = event.target.closest?.("#board [data-slot], #ablage [data-slot]");
    if (!slot || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && moving) return back(event);
    if (event.key === "Enter" && moving) {
      event.preventDefault();
      return void send();
    }
    if (event.key === "Delete" && slot.dataset.from !== undefined) {
      event.preventDefault();
      moving = null;
      desk.speak(slot, desk.standing(slot), "sayParked");
      return void desk.park(slot);
    }
    const to = step(slot, event);
    if (!to) return;
    event.preventDefault();
    if (!moving) {
      moving = { slot };
      desk.busy += 1;
    }
    clearTimeout(moving.timer);
    moving.to = to;
    moving.timer = setTimeout(send, REST);
    put(slot, to);
    desk.speak(slot, to, event.shiftKey ? "sayLength" : "sayAt");
  });

  document.addEventListener("focusout", (event) => {
    if (moving && !moving.carried && moving.slot.contains(event.target)) send();
  });

  /** Where a key leads. */
  function step(slot, event) {
    const now = moving?.slot === slot ? moving.to : desk.standing(slot);
    const columns = desk.columns();
    const by = desk.grid();
    if (now.from === null) {
      if (!["ArrowDown", "ArrowUp"].includes(event.key)) return null;
      const gaps = columns.map((column) => gap(column, now.minutes));
      // Where none is free, it says why it does not fit.
      return gaps.find((found) => found.free) ?? gaps[0] ?? null;
    }
    const at = columns.findIndex((column) => column.dataset.room === now.room);
    const lane = (next) => (now.room === null ? null : (columns[next]?.dataset.room ?? null));
    const steps = {
      ArrowUp: event.shiftKey ? { minutes: now.minutes - by } : { from: now.from - by },
      ArrowDown: event.shiftKey ? { minutes: now.minutes + by } : { from: now.from + by },
      ArrowLeft: !event.shiftKey && lane(at - 1) && { room: lane(at - 1) },
      ArrowRight: !event.shiftKey && lane(at + 1) && { room: lane(at + 1) },
    };
    const change = steps[event.key];
    if (!change) return null;
    const wanted = { ...now, ...change };
    return { ...wanted, ...desk.within(wanted) };
  }

  /** The first time of the day at which a room is free so long. */
  function gap(column, minutes) {
    const taken = [...column.querySelectorAll("[data-slot]"), ...document.querySelectorAll(".board__across [data-slot]")]
      .map((slot) => desk.standing(slot))
      .map(({ from, minutes }) => [from, from + minutes]);
    const last = Number(desk.board().dataset.hours) * 60 - minutes;
    const first = Number(desk.board().dataset.first);
    let from = first;
    while (from <= last && taken.some(([a, b]) => from < b && from + minutes > a)) from += desk.grid();
    const free = from <= last;
    return { room: column.dataset.room, minutes, from: free ? from : first, free };
  }

  function put(slot, to) {
    const column = to.room === null ? slot.parentElement : desk.columns().find((c) => c.dataset.room === to.room);
    if (column && column !== slot.parentElement) {
      moving.carried = true;
      column.append(slot);
      slot.querySelector("a").focus({ preventScroll: true });
      moving.carried = false;
    }
    desk.show(slot, to);
    slot.classList.add("slot--lifted");
    slot.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function done() {
    clearTimeout(moving.timer);
    desk.busy -= 1;
    const { slot, to } = moving;
    moving = null;
    return [slot, to];
  }

  function send() {
    if (!moving) return;
    const [slot, to] = done();
    const now = desk.standing(slot);
    if (now.room === to.room && now.from === to.from && now.minutes === to.minutes) return void desk.renew();
    desk.focus = slot.id;
    desk.place(slot, to);
  }

  function back(event) {
    event.preventDefault();
    const [slot] = done();
    desk.focus = slot.id;
    desk.speak(slot, desk.standing(slot), "sayBack");
    desk.renew();
  }
}
