// Moves stands on the plan of a hall: by dragging, and by the arrow keys, a tenth of a metre with Shift, else half a metre.
// The server keeps the place; what it refuses goes back.

const PER_UNIT = 4;

for (const plan of document.querySelectorAll("[data-plan]")) {
  const status = plan.closest("section").querySelector("[data-plan-status]");
  for (const stand of plan.querySelectorAll("[data-stand]")) movable(plan, stand, status);
}

function movable(plan, stand, status) {
  const data = stand.dataset;
  const size = (name) => Number(data[name]);
  let shown = { x: size("x"), y: size("y") };
  let saving = Promise.resolve();
  let timer;

  const inside = (place) => ({
    x: Math.round(Math.min(Math.max(place.x, 0), size("hallWidth") - size("width"))),
    y: Math.round(Math.min(Math.max(place.y, 0), size("hallDepth") - size("depth"))),
  });
  const show = (place) => {
    shown = inside(place);
    const by = [(shown.x - size("x")) / PER_UNIT, (shown.y - size("y")) / PER_UNIT];
    stand.setAttribute("transform", `translate(${by[0]} ${by[1]})`);
  };
  const save = () => {
    const to = { ...shown };
    saving = saving.then(async () => {
      const answer = await fetch(data.stand, { method: "POST", body: new URLSearchParams(to) }).catch(() => null);
      if (answer?.ok) {
        stand.dataset.kept = `${to.x} ${to.y}`;
        status.textContent = status.dataset.saved;
      } else {
        const [x, y] = (stand.dataset.kept ?? `${data.x} ${data.y}`).split(" ").map(Number);
        show({ x, y });
        status.textContent = status.dataset.failed;
      }
    });
  };

  stand.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 10 : 50;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!by) return;
    event.preventDefault();
    show({ x: shown.x + by[0], y: shown.y + by[1] });
    clearTimeout(timer);
    timer = setTimeout(save, 400);
  });

  stand.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    stand.focus();
    stand.setPointerCapture(event.pointerId);
    const from = { ...shown };
    const start = { x: event.clientX, y: event.clientY };
    const scale = (plan.viewBox.baseVal.width / plan.getBoundingClientRect().width) * PER_UNIT;
    const move = (event) => show({
      x: Math.round((from.x + (event.clientX - start.x) * scale) / 10) * 10,
      y: Math.round((from.y + (event.clientY - start.y) * scale) / 10) * 10,
    });
    const end = () => {
      stand.removeEventListener("pointermove", move);
      stand.removeEventListener("pointerup", end);
      stand.removeEventListener("pointercancel", end);
      if (shown.x !== from.x || shown.y !== from.y) save();
    };
    stand.addEventListener("pointermove", move);
    stand.addEventListener("pointerup", end);
    stand.addEventListener("pointercancel", end);
  });
}
