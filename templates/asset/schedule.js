// The schedule editor: drag and drop by mouse, touch and keys, undo, and what others do meanwhile. Without this module each
// slot has a form that does all the same.
//
// @event-calendar/core was looked at first: it drags by pointer alone, makes its own markup (nothing stands there without
// JavaScript) and knows neither arrow keys nor what was refused. The page has the markup already, so this is smaller.
//
// The page gives:
//   #editor     data-draft (how far the draft is), data-watch (where to ask for it), data-say-* (sentences with {title}, …)
//   #board      data-top, data-clock (the moment at the top, and its time of day), data-hours, data-grid, data-first
//   [data-room] on the board: a column; data-name
//   [data-slot] a slot: data-version, data-action, data-title, data-minutes; on the board data-from (minutes from the top),
//               data-room or data-everywhere
//   #ablage     the parking space; #said what is told; #spoken what is only read out

import { keyboard } from "./schedule-keyboard.js";
import { watch } from "./schedule-live.js";
import { pointer } from "./schedule-pointer.js";

/** Regions that come anew when the draft has changed. */
const REGIONS = ["werkzeuge", "parkplatz", "tafel", "warnungen"];

const editor = document.querySelector("#editor");

/** Minutes as a time of day. */
function clock(minutes) {
  const [hour, minute] = board().dataset.clock.split(":").map(Number);
  const all = (((hour * 60 + minute + minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(all / 60)).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`;
}

const board = () => document.querySelector("#board");
const columns = () => [...document.querySelectorAll("#board [data-room].board__column")];

/** A sentence of the page with its gaps filled. */
function sentence(name, values) {
  return editor.dataset[name].replaceAll(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

/** Where a slot is: its column (none: in all rooms), minutes from the top, length. */
function standing(slot) {
  return {
    room: slot.dataset.room ?? null,
    from: slot.dataset.from === undefined ? null : Number(slot.dataset.from),
    minutes: Number(slot.dataset.minutes),
  };
}

const desk = {
  /** How many things are under way: nothing is renewed meanwhile. */
  busy: 0,
  board,
  columns,
  clock,
  standing,

  /** To the multiple of the grid that is next. */
  snap(minutes) {
    const grid = Number(board().dataset.grid) || 5;
    return Math.round(minutes / grid) * grid;
  },

  grid: () => Number(board().dataset.grid) || 5,

  /** Pixels that a minute has. */
  scale() {
    const column = columns()[0];
    return column ? (column.getBoundingClientRect().height - 16) / (Number(board().dataset.hours) * 60) : 1;
  },

  /** Within the day. */
  within({ from, minutes }) {
    const all = Number(board().dataset.hours) * 60;
    const length = Math.max(desk.grid(), Math.min(minutes, all));
    return { from: Math.max(0, Math.min(from, all - length)), minutes: length };
  },

  /** Shows a slot somewhere without saying so to the server. */
  show(slot, to) {
    const scale = desk.scale();
    slot.style.insetBlockStart = `${to.from * scale}px`;
    slot.style.height = `${Math.max(11, to.minutes * scale - 1)}px`;
  },

  /** Reads out where a slot would stand. */
  speak(slot, to, what = "sayAt") {
    const room = columns().find((column) => column.dataset.room === to.room)?.dataset.name ?? "";
    const values = { title: slot.dataset.title, room, minutes: to.minutes };
    if (to.from !== null) Object.assign(values, { from: clock(to.from), until: clock(to.from + to.minutes) });
    document.querySelector("#spoken").textContent = sentence(what, values);
  },

  /** Tells something, above the board. */
  tell(message, tone) {
    const box = document.querySelector("#said");
    const alert = document.createElement("div");
    alert.className = `kern-alert kern-alert--${tone} kern-alert--line`;
    if (tone === "danger") alert.setAttribute("role", "alert");
    const head = alert.appendChild(document.createElement("div"));
    head.className = "kern-alert__header";
    const icon = head.appendChild(document.createElement("span"));
    icon.className = `kern-icon kern-icon--${tone}`;
    icon.setAttribute("aria-hidden", "true");
    const text = head.appendChild(document.createElement("p"));
    text.className = "kern-body";
    text.textContent = message;
    box.replaceChildren(alert);
  },

  /** Puts a slot somewhere. */
  async place(slot, to) {
    const fields = {
      place: "1",
      version: slot.dataset.version,
      day: editor.dataset.day,
      at: String(Number(board().dataset.top) + to.from * 60),
      minutes: String(to.minutes),
      room: to.room ?? "all",
    };
    await desk.send(slot.dataset.action, fields, slot);
  },

  async park(slot) {
    await desk.send(`${slot.dataset.action}/parking`, { version: slot.dataset.version, day: editor.dataset.day }, slot);
  },

  /** Sends a form, tells what came of it, and shows the draft as it is then. */
  async send(action, fields, slot) {
    desk.busy += 1;
    slot?.classList.add("slot--sent");
    let [message, tone] = [editor.dataset.night, "danger"];
    try {
      const headers = { Accept: "application/json" };
      const answer = await fetch(action, { method: "POST", headers, body: new URLSearchParams(fields) });
      const said = await answer.json();
      message = said.message ?? said.detail ?? message;
      if (answer.ok) tone = "success";
      desk.focus = said.slot ? `slot-${said.slot}` : slot?.id;
    } catch {
      // No connection, or no answer of ours: told as such.
    } finally {
      desk.busy -= 1;
    }
    desk.tell(message, tone);
    await desk.renew();
  },

  /** Shows the draft as it is now. What somebody is typing stays. */
  async renew() {
    if (desk.busy > 0) return false;
    desk.busy += 1;
    try {
      const answer = await fetch(location.href.split("#")[0], { headers: { Accept: "text/html" } });
      if (!answer.ok) return false;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("#editor");
      if (!fresh) return false;
      const own = document.activeElement?.closest("[data-slot]")?.id ?? desk.focus;
      const boxes = [".board-box", "#ablage"];
      const scrolled = boxes.map((box) => document.querySelector(box)).map((box) => [box?.scrollLeft, box?.scrollTop]);
      for (const id of REGIONS) {
        const [old, now] = [document.getElementById(id), page.getElementById(id)];
        if (old && now) old.replaceWith(document.adoptNode(now));
      }
      boxes.forEach((box, at) => document.querySelector(box)?.scrollTo(...scrolled[at].map((n) => n ?? 0)));
      const form = document.querySelector("#sitzung");
      const form_now = page.querySelector("#sitzung");
      if (form && form_now && !form.contains(document.activeElement)) form.replaceWith(document.adoptNode(form_now));
      editor.dataset.draft = fresh.dataset.draft;
      editor.dataset.day = fresh.dataset.day;
      if (own) document.getElementById(own)?.querySelector("a")?.focus({ preventScroll: true });
      desk.focus = undefined;
      return true;
    } catch {
      return false;
    } finally {
      desk.busy -= 1;
    }
  },
};

if (editor && board()) {
  pointer(desk);
  keyboard(desk);
}
if (editor) {
  watch(desk, editor);
  editor.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-undo]");
    if (!form) return;
    event.preventDefault();
    desk.send(form.action, Object.fromEntries(new FormData(form)));
  });
}
