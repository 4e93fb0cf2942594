// The scanner at the door: camera, hand scanner, numbers typed by hand. Without this module the form posts a number and the
// server answers with a page.
//
// The page gives:
//   [data-door]      data-check-ins: where scans are posted     data-gate: slug of the gate
//                    data-wasm: address of the decoder (asset::path("zxing.wasm"))
//                    data-text-offline: "Verbindung fehlt, versuche es weiter"
//                    data-text-refused: what to say when the server refuses (logged out): "Bitte neu anmelden"
//                    data-text-camera-denied, -camera-missing, -camera-insecure: why there is no picture
//   .viewfinder      with a <video> and .viewfinder__hint in it
//   #door-form       form with an input name=ticket (and, for the way without this module, a hidden gate and nonce)
//   #verdict         takes the verdict; inside it [data-door-next] closes it
//   #door-banner     the notice that the connection is missing (role=status, hidden); its words go into the
//                    [data-door-text] inside it
//   [data-door-torch], [data-door-camera], [data-door-sound]    buttons, the first two hidden until there is such a thing
//   #door-count      how many are in          #door-last   list of the last scans
//
// A scan is posted as JSON {ticket, gate, nonce, at}; the answer is JSON {status, html, count?, last?}: `status` is
// admitted, refused or attention; `html` replaces the inside of #verdict, `count` that of #door-count, `last` is put in
// front of #door-last. A scan that gets no answer is sent again under the same nonce until it has one, also after a
// reload, so that nobody is counted twice and nobody forgotten.

const FRAME = 110; // ms between looks at the picture: nine a second
const SAME = 2000; // ms that a code must be out of sight to count again
const WEDGE = 60; // ms between two keys of a hand scanner, at most
const PATIENCE = 8000; // ms that an answer may take
const LAST = 5; // scans in the list

const root = document.querySelector("[data-door]");
if (root) {
  scans();
  typing();
  sound();
  camera();
}

// ------------------------------------------------------------------------------------------------- scans and answers

/** Storage that may be switched off. */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The queue then lives as long as the page.
  }
}

function scans() {
  const key = `kongress-door:${root.dataset.checkIns}`;
  let queue = [];
  try {
    queue = JSON.parse(read(key)) ?? [];
  } catch {
    // Not ours: begin anew.
  }
  let working = false;
  let pause = 1000;

  root.addEventListener("door-scan", ({ detail }) => {
    queue.push({ ticket: detail, gate: root.dataset.gate, nonce: nonce(), at: new Date().toISOString() });
    write(key, JSON.stringify(queue));
    work();
  });
  addEventListener("online", work);
  work();

  async function work() {
    if (working) return;
    working = true;
    while (queue.length) {
      const answer = await send(queue[0]);
      if (answer) {
        queue.shift();
        write(key, JSON.stringify(queue));
        pause = 1000;
        banner("");
        show(answer);
      } else {
        banner(root.dataset.textOffline);
        await new Promise((resolve) => {
          setTimeout(resolve, pause);
          addEventListener("online", resolve, { once: true });
        });
        pause = Math.min(pause * 2, 10000);
      }
    }
    working = false;
  }
}

/** A UUID for the scan. Plain http by another name than localhost has no randomUUID(). */
function nonce() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The answer to a scan; nothing if it has to be asked for again. */
async function send(scan) {
  let response;
  try {
    response = await fetch(root.dataset.checkIns, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(scan),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok) return await response.json();
  } catch {
    return null;
  }
  if (response.status >= 500 || response.status === 429 || response.status === 408) return null;
  const problem = await response.json().catch(() => ({}));
  const text = response.status === 403 || response.status === 401 ? root.dataset.textRefused : problem.detail;
  return { status: "refused", text: text ?? problem.title ?? String(response.status) };
}

function show(answer) {
  const verdict = document.querySelector("#verdict");
  if (answer.html) {
    verdict.innerHTML = answer.html;
  } else {
    const section = document.createElement("section");
    section.className = "verdict verdict--no";
    section.setAttribute("role", "alert");
    const word = document.createElement("p");
    word.className = "verdict__name";
    word.textContent = answer.text;
    section.append(word);
    verdict.replaceChildren(section);
  }
  const count = document.querySelector("#door-count");
  if (count && answer.count) count.innerHTML = answer.count;
  const last = document.querySelector("#door-last");
  if (last && answer.last) {
    last.insertAdjacentHTML("afterbegin", answer.last);
    while (last.children.length > LAST) last.lastElementChild.remove();
  }
  scrollTo(0, 0);
  root.dispatchEvent(new CustomEvent("door-verdict", { detail: answer.status }));
}

function banner(text) {
  const banner = document.querySelector("#door-banner");
  if (!banner) return;
  banner.hidden = !text;
  const place = banner.querySelector("[data-door-text]") ?? banner;
  if (place.textContent !== text) place.textContent = text;
}

function scan(ticket) {
  const text = ticket.trim();
  if (text) root.dispatchEvent(new CustomEvent("door-scan", { detail: text }));
}

// ------------------------------------------------------------------------------------- typed by hand or by a hand scanner

function typing() {
  const form = document.querySelector("#door-form");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    scan(form.elements.ticket.value);
    form.elements.ticket.value = "";
  });

  document.querySelector("#verdict")?.addEventListener("click", (event) => {
    if (!event.target.closest("[data-door-next]")) return;
    event.preventDefault();
    document.querySelector("#verdict").replaceChildren();
  });

  // A hand scanner is a keyboard that types fast and ends with Enter, wherever the focus is.
  let typed = "";
  let before = "";
  let last = 0;
  addEventListener(
    "keydown",
    (event) => {
      const field = event.target.closest?.("input, textarea");
      if (field && field.form?.id === "door-form") return; // its own submit does it
      const fast = event.timeStamp - last < WEDGE;
      last = event.timeStamp;
      if (event.key === "Enter") {
        if (fast && typed.length >= 6) {
          event.preventDefault();
          event.stopPropagation();
          if (field) field.value = before;
          scan(typed);
        }
        typed = "";
      } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (!fast) {
          typed = "";
          before = field?.value ?? "";
        }
        typed += event.key;
        // A space would press the button that has the focus.
        if (event.key === " " && fast && !field) event.preventDefault();
      }
    },
    true,
  );
}

// ------------------------------------------------------------------------------------------------ sound and vibration

function sound() {
  const button = document.querySelector("[data-door-sound]");
  let on = read("kongress-door-sound") !== "off";
  let audio;
  press(button, on);

  button?.addEventListener("click", () => {
    on = !on;
    write("kongress-door-sound", on ? "on" : "off");
    press(button, on);
    if (on) play("admitted");
  });
  // Browsers let a page sound only after it was touched.
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, wake, { passive: true });
  root.addEventListener("door-verdict", ({ detail }) => {
    navigator.vibrate?.(detail === "admitted" ? 90 : [220, 90, 220]);
    if (on) play(detail);
  });

  function wake() {
    audio ??= window.AudioContext ? new AudioContext() : undefined;
    if (audio?.state === "suspended") audio.resume().catch(() => {});
  }

  /** Up for "come in", twice low for "stop", one long tone for "look". */
  function play(status) {
    wake();
    if (!audio) return;
    const tones = { admitted: [[880, 0, 0.1], [1320, 0.11, 0.16]], refused: [[196, 0, 0.22], [147, 0.26, 0.34]] };
    for (const [pitch, at, length] of tones[status] ?? [[523, 0, 0.4]]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = audio.currentTime + at;
      tone.type = status === "admitted" ? "sine" : "square";
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.3, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + length);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + length);
    }
  }
}

function press(button, on) {
  button?.setAttribute("aria-pressed", String(on));
}

// ------------------------------------------------------------------------------------------------------------- camera

function camera() {
  const video = root.querySelector(".viewfinder video") ?? document.querySelector(".viewfinder video");
  if (!video) return;
  const hint = video.closest(".viewfinder").querySelector(".viewfinder__hint");
  const ready = hint?.textContent;
  const torch = document.querySelector("[data-door-torch]");
  const change = document.querySelector("[data-door-camera]");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  let stream;
  let detector;
  let seen = "";
  let seenAt = 0;
  let lock;

  open().then(look);
  change?.addEventListener("click", next);
  torch?.addEventListener("click", async () => {
    const on = torch.getAttribute("aria-pressed") !== "true";
    try {
      await track()?.applyConstraints({ advanced: [{ torch: on }] });
      press(torch, on);
    } catch {
      torch.hidden = true;
    }
  });
  // A hidden page needs no camera and drains no battery.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));

  function track() {
    return stream?.getVideoTracks()[0];
  }

  function tell(text) {
    if (hint && text) hint.textContent = text;
  }

  function close() {
    stream?.getTracks().forEach((t) => t.stop());
    stream = undefined;
  }

  async function open(device = read("kongress-door-camera")) {
    close();
    if (!navigator.mediaDevices?.getUserMedia) {
      tell(root.dataset.textCameraInsecure);
      return;
    }
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
    try {
      const which = device ? { deviceId: { ideal: device } } : { facingMode: { ideal: "environment" } };
      stream = await navigator.mediaDevices.getUserMedia({ video: { ...size, ...which } });
    } catch (error) {
      tell(error.name === "NotAllowedError" ? root.dataset.textCameraDenied : root.dataset.textCameraMissing);
      return;
    }
    tell(ready);
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    await video.play().catch(() => {});
    if (torch) {
      torch.hidden = !track()?.getCapabilities?.().torch;
      press(torch, false);
    }
    if (change) change.hidden = (await cameras()).length < 2;
    lock = await navigator.wakeLock?.request("screen").catch(() => lock);
  }

  async function cameras() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter((device) => device.kind === "videoinput");
  }

  async function next() {
    const all = await cameras();
    const at = all.findIndex((device) => device.deviceId === track()?.getSettings().deviceId);
    const device = all[(at + 1) % all.length]?.deviceId;
    if (!device) return;
    write("kongress-door-camera", device);
    await open(device);
  }

  async function load() {
    // The browser's own BarcodeDetector may exist and not work (Chromium on Linux): always the one we bring.
    const { BarcodeDetector, prepareZXingModule } = await import("./node_modules/barcode-detector/dist/es/ponyfill.js");
    prepareZXingModule({ overrides: { locateFile: () => root.dataset.wasm } });
    return new BarcodeDetector({ formats: ["qr_code"] });
  }

  /** Looks at the picture again and again; whatever goes wrong with one frame, the next is looked at. */
  async function look() {
    const began = performance.now();
    try {
      if (stream && !document.hidden && video.readyState >= video.HAVE_CURRENT_DATA && video.videoWidth) {
        detector ??= await load();
        const scale = Math.min(1, 1024 / Math.max(video.videoWidth, video.videoHeight));
        canvas.width = Math.round(video.videoWidth * scale);
        canvas.height = Math.round(video.videoHeight * scale);
        context.drawImage(video, 0, 0, canvas.width, canvas.height);
        const [code] = await detector.detect(context.getImageData(0, 0, canvas.width, canvas.height));
        if (code?.rawValue) found(code.rawValue);
      }
    } catch (error) {
      console.warn("a frame could not be read", error);
    }
    setTimeout(look, Math.max(10, FRAME - (performance.now() - began)));
  }

  /** A code held up for a while is one scan. */
  function found(text) {
    const now = performance.now();
    if (text !== seen || now - seenAt > SAME) scan(text);
    seen = text;
    seenAt = now;
  }
}
