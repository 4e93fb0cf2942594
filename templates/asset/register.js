// The registration form: adds and removes people without a reload, remembers what was typed, sends once.
// Without this module the same buttons post `action=add` and `action=remove-N`, and the server does it.
//
// The page gives:
//   form[data-register]          data-register is the key under which what was typed is kept (the congress's slug).
//                                data-fresh: the page was opened, not sent back with errors, so what was kept is filled in
//   [data-attendees]             the list of people; data-max: how many there can be
//   fieldset[data-attendee="N"]  a person; N stands in its names and ids as a part of its own: given-N, given-N-error
//   [data-person-name]           inside a fieldset that folds: the name, as it is typed
//   [data-number]                inside a fieldset: an element whose whole text is the number that people read
//   button[name=action][value=add], button[name=action][value="remove-N"] (hidden while there is one person only)
//   [data-summary="name"]        what the order comes to: filled anew from the server's answer to `action=update` whenever a
//                                ticket is chosen or a person comes or goes, so that prices are worked out in one place
//   [data-asked="names"]         questions, once and of each person: shown anew when the server asks others
//   [data-sensitive]             what is not kept in the browser
//   [data-register-done="key"]   on the page after a success: forgets what was kept

const done = document.querySelector("[data-register-done]");
if (done) forget(done.dataset.registerDone);
const form = document.querySelector("form[data-register]");
if (form) start(form);

function forget(key) {
  try {
    sessionStorage.removeItem(`kongress-register:${key}`);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}

function start(form) {
  const list = form.querySelector("[data-attendees]");
  const key = `kongress-register:${form.dataset.register}`;
  let waiting;
  let asked;

  if ("fresh" in form.dataset) restore();
  tidy();

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=action]");
    if (!button || !list) return;
    if (button.value === "add") {
      // Whose name comes later is no model of somebody with one: the server adds.
      if (!model()) return;
      event.preventDefault();
      add();
      tidy();
      keep();
      refresh();
      people().at(-1)?.querySelector("input, select")?.focus();
    } else if (button.value.startsWith("remove-")) {
      event.preventDefault();
      const person = button.closest("[data-attendee]");
      const next = person.nextElementSibling ?? person.previousElementSibling;
      person.remove();
      renumber();
      tidy();
      keep();
      refresh();
      next?.querySelector("input, select")?.focus();
    }
  });

  form.addEventListener("input", (event) => {
    entitle(event.target.closest("[data-attendee]"));
    keep();
  });
  form.addEventListener("change", (event) => {
    keep();
    if (event.target.matches("select, input[type=radio], [data-asked] input[type=checkbox], [data-extras] input[type=checkbox]")) refresh();
  });

  // A second click while the first is under way sends nothing. The button is switched off after the browser has read
  // the form: what is off is not sent along.
  form.addEventListener("submit", (event) => {
    if ("sent" in form.dataset) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "";
    setTimeout(() => submits().forEach((button) => (button.disabled = true)), 0);
  });
  // Back from the page after, out of the browser's memory.
  addEventListener("pageshow", () => {
    delete form.dataset.sent;
    submits().forEach((button) => (button.disabled = false));
  });

  /** Asks the server what it comes to now. Without an answer the old sum stays, and the page after says the right one. */
  function refresh() {
    if (!document.querySelector("[data-summary]")) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked?.abort();
      asked = new AbortController();
      const data = new FormData(form);
      data.delete("file");
      const body = new URLSearchParams(data);
      body.set("action", "update");
      try {
        // Not form.action: that is the buttons of that name.
        const answer = await fetch(form.getAttribute("action") ?? location.href, { method: "POST", body, headers: { Accept: "text/html" }, signal: asked.signal });
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of document.querySelectorAll("[data-summary]")) {
          const fresh = page.querySelector(`[data-summary="${part.dataset.summary}"]`);
          if (fresh) part.replaceChildren(...fresh.childNodes);
        }
        ask(page);
      } catch {
        // The network is away, or a newer question is on its way.
      }
    }, 200);
  }

  /** Questions that come with an answer or a ticket, or go: what is asked is shown as the server wrote it. */
  function ask(page) {
    const fresh = [...page.querySelectorAll("[data-asked]")];
    const shown = [...form.querySelectorAll("[data-asked]")];
    if (fresh.length !== shown.length) return;
    shown.forEach((block, at) => {
      if (block.dataset.asked === fresh[at].dataset.asked) return;
      const focused = block.contains(document.activeElement) ? document.activeElement.id : "";
      block.dataset.asked = fresh[at].dataset.asked;
      block.replaceChildren(...fresh[at].childNodes);
      if (focused) document.getElementById(focused)?.focus();
    });
  }

  function submits() {
    return form.querySelectorAll("button[type=submit]");
  }

  function people() {
    return list ? [...list.querySelectorAll("[data-attendee]")] : [];
  }

  /** Whoever was named last. */
  function model() {
    return people().filter((person) => !("nameless" in person.dataset)).at(-1);
  }

  function add() {
    const last = model();
    if (!last) return;
    const person = last.cloneNode(true);
    // A clone keeps the attributes, not what was typed or chosen; who comes next mostly has the same ticket.
    const chosen = [...last.querySelectorAll("select")].map((select) => select.value);
    person.querySelectorAll("select").forEach((select, at) => (select.value = chosen[at]));
    person.querySelectorAll("input, textarea").forEach((input) => {
      if (["checkbox", "radio"].includes(input.type)) input.checked = false;
      else if (input.type !== "hidden") input.value = "";
    });
    clean(person);
    person.querySelectorAll("details").forEach((details) => (details.open = true));
    entitle(person);
    const end = people().at(-1);
    number(person, Number(end.dataset.attendee) + 1);
    end.after(person);
  }

  /** The line of somebody who is folded carries their name. */
  function entitle(person) {
    const line = person?.querySelector("[data-person-name]");
    if (!line) return;
    const typed = (part) => person.querySelector(`input[name^="${part}-"]`)?.value.trim() ?? "";
    line.textContent = `${typed("given")} ${typed("family")}`.trim();
  }

  /** Takes the errors away: they belong to the person that was cloned. */
  function clean(person) {
    person.querySelectorAll(".kern-error").forEach((error) => error.remove());
    for (const name of ["kern-form-input", "kern-form-input__input", "kern-form-check", "kern-fieldset"]) {
      person.querySelectorAll(`.${name}--error`).forEach((element) => element.classList.remove(`${name}--error`));
    }
    person.querySelectorAll("[aria-invalid]").forEach((element) => element.removeAttribute("aria-invalid"));
    person.querySelectorAll("[aria-describedby]").forEach((element) => {
      const ids = element.getAttribute("aria-describedby").split(" ").filter((id) => !id.endsWith("-error"));
      if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
      else element.removeAttribute("aria-describedby");
    });
  }

  /** Gives a person another number, in every name and id that carries the old one as a part of its own. */
  function number(person, to) {
    const from = person.dataset.attendee;
    const part = new RegExp(`(^|-)${from}(?=-|$)`);
    const renamed = (value) => value.split(" ").map((word) => word.replace(part, `$1${to}`)).join(" ");
    for (const element of [person, ...person.querySelectorAll("*")]) {
      for (const name of ["id", "name", "for", "aria-describedby", "aria-labelledby"]) {
        if (element.hasAttribute(name)) element.setAttribute(name, renamed(element.getAttribute(name)));
      }
      if (element.matches("button[name=action]")) element.value = renamed(element.value);
    }
    const shift = to - Number(from);
    person.querySelectorAll("[data-number]").forEach((element) => (element.textContent = Number(element.textContent) + shift));
    person.dataset.attendee = to;
  }

  /** Closes a gap, from the front, so that no two people ever have one number. */
  function renumber() {
    const all = people();
    const first = Math.min(...all.map((person) => Number(person.dataset.attendee)), 1);
    all.forEach((person, at) => {
      if (Number(person.dataset.attendee) !== first + at) number(person, first + at);
    });
  }

  function tidy() {
    const all = people();
    list?.querySelectorAll("button[name=action][value^=remove-]").forEach((button) => (button.hidden = all.length < 2));
    const add = form.querySelector("button[name=action][value=add]");
    if (add && list?.dataset.max) add.hidden = all.length >= Number(list.dataset.max);
  }

  function controls() {
    const typed = "input:not([type=hidden], [type=password], [type=file]), select, textarea";
    return [...form.elements].filter((element) => element.name && element.matches(typed) && !element.closest("[data-sensitive]"));
  }

  function isChoice(control) {
    return ["checkbox", "radio"].includes(control.type);
  }

  function keep() {
    const values = controls().map((c) => [c.name, isChoice(c) ? c.value : "", isChoice(c) ? c.checked : c.value]);
    try {
      sessionStorage.setItem(key, JSON.stringify({ people: people().filter((person) => !("nameless" in person.dataset)).length, values }));
    } catch {
      // Storage is switched off or full: the form works without.
    }
  }

  function restore() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(key));
    } catch {
      return;
    }
    if (!kept) return;
    const most = Number(list?.dataset.max) || 50;
    while (list && people().length < Math.min(kept.people, most)) add();
    for (const control of controls()) {
      const found = kept.values.find(([name, radio]) => name === control.name && (!isChoice(control) || radio === control.value));
      if (!found) continue;
      if (isChoice(control)) control.checked = found[2];
      else if (control.tagName !== "SELECT" || [...control.options].some((option) => option.value === found[2])) control.value = found[2];
    }
    people().forEach(entitle);
    refresh();
  }
}
