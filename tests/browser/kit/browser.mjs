// Chromium, and people in front of it.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-smooth-scrolling"];

/** `camera`: a y4m file that the camera shows; `null` for a machine without one. */
export function launch({ camera = null } = {}) {
  const device = camera
    ? ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${camera}`]
    : ["--use-fake-device-for-media-stream=device-count=0"];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromiumSandbox: false, args: [...QUIET, ...device] });
}

/** A new window with nothing in it. `language` is `de` or `en`. The page knows its `complaints` and its `lastDocument`. */
export async function open(browser, site, { language = "de", width = 1280, height = 900, dark = false, script = true, camera = false, touch = false, session } = {}) {
  const context = await browser.newContext({
    baseURL: site.url,
    locale: language === "de" ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: script,
    permissions: camera ? ["camera"] : [],
    hasTouch: touch,
    reducedMotion: "reduce",
    storageState: session,
  });
  context.setDefaultTimeout(15_000);
  // Chosen, so that it counts for accounts in another language, too.
  await context.addCookies([{ name: "language", value: language, url: site.url }]);
  const page = await context.newPage();
  page.complaints = complaints(page);
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() && response.status() !== 303) page.lastDocument = response;
  });
  return page;
}

/** What the browser complains about: errors on the console (the Content-Security-Policy speaks there, too), exceptions,
 * files that do not load, and requests to anybody else. A page that is itself an error (404, 422) is no complaint. */
function complaints(page) {
  const all = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const itself = message.text().startsWith("Failed to load resource: the server responded with a status of 4") && message.location().url === page.url();
    if (!itself) all.push(`${page.url()}: ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => all.push(`${page.url()}: ${error}`));
  page.on("requestfailed", (request) => {
    // A page that is left stops its requests.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") all.push(`${page.url()}: ${request.url()}: ${request.failure()?.errorText}`);
  });
  const home = () => new URL(page.context()._options.baseURL).origin;
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== home()) all.push(`${page.url()}: a request to ${url.origin}`);
  });
  return all;
}

/** Fails if the browser complained. */
export function assertQuiet(page) {
  assert.deepEqual(page.complaints, []);
}

/** Logs in on the page that asks for it. Language de. */
export async function logIn(page, { email, password }) {
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
}

/** Cookies of somebody who is logged in. */
export async function sessionOf(browser, site, role) {
  const context = await browser.newContext({ baseURL: site.url });
  const answer = await context.request.post("/login", { form: site.logins[role], headers: { Origin: site.url }, maxRedirects: 0 });
  assert.equal(answer.status(), 303, `log-in as ${role}`);
  const state = await context.storageState();
  await context.close();
  return state;
}
