// Handing in: counts what is typed as people count it, and keeps a draft while it is written. Without this, a button keeps
// it and the server counts.

const segments = "Segmenter" in Intl ? new Intl.Segmenter(document.documentElement.lang, { granularity: "grapheme" }) : null;
const language = document.documentElement.lang;
const length = (text) => (segments ? [...segments.segment(text)].length : [...text].length);

for (const line of document.querySelectorAll("[data-counts]")) {
  const field = document.getElementById(line.dataset.counts);
  const shown = line.querySelector("[data-count]");
  if (!field || !shown) continue;
  const count = () => {
    const n = length(field.value.trim());
    shown.textContent = n.toLocaleString(language);
    line.classList.toggle("counted__of--over", n > Number(line.dataset.max));
  };
  field.addEventListener("input", count);
  count();
}

const form = document.querySelector("form[data-keeps]");
if (form) {
  const state = form.querySelector("[data-state]");
  let timer = 0;
  let busy = false;
  let again = false;
  let over = false;
  const keep = async () => {
    if (over) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const body = new URLSearchParams(new FormData(form));
    body.set("deed", "keep");
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "text/plain" } });
      if (answer.ok) {
        form.elements.seen.value = await answer.text();
        state.textContent = form.dataset.kept;
      } else {
        state.textContent = form.dataset.notKept;
      }
    } catch {
      state.textContent = form.dataset.notKept;
    }
    busy = false;
    if (again) {
      again = false;
      await keep();
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 1200);
  });
  // What is sent by a button is not overtaken by what the script still wanted to keep.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (busy) {
      event.preventDefault();
      const button = event.submitter;
      const wait = setInterval(() => {
        if (busy) return;
        clearInterval(wait);
        form.requestSubmit(button);
      }, 50);
      return;
    }
    over = true;
  });
}
