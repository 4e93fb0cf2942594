// What others do: asks how far the draft is, and shows it anew when somebody has changed it. The answer is a number that
// stands in one row, so asking costs next to nothing; who does not look does not ask, and who has not moved for a quarter of
// an hour asks seldom.

const OFTEN = 1000;
const SELDOM = 10000;
const AWAY = 15 * 60 * 1000;

export function watch(desk, editor) {
  let last = Date.now();
  let timer;
  for (const kind of ["pointermove", "keydown", "pointerdown"]) {
    document.addEventListener(kind, () => (last = Date.now()), { passive: true });
  }

  async function look() {
    clearTimeout(timer);
    if (document.visibilityState === "visible" && desk.busy === 0) {
      try {
        const answer = await fetch(editor.dataset.watch, { cache: "no-store" });
        const draft = answer.ok ? (await answer.text()).trim() : editor.dataset.draft;
        if (/^\d+$/.test(draft) && draft !== editor.dataset.draft && desk.busy === 0 && (await desk.renew())) {
          document.querySelector("#spoken").textContent = editor.dataset.sayOthers;
        }
      } catch {
        // The next time.
      }
    }
    timer = setTimeout(look, Date.now() - last > AWAY ? SELDOM : OFTEN);
  }

  document.addEventListener("visibilitychange", look);
  look();
}
