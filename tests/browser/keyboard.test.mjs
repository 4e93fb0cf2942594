// With the keyboard alone: what has the focus can be seen, the skip link skips, errors lead to their fields.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";

const heike = { name: "Heike Sander", email: "heike.sander@verein.example" };
let site, browser;

before(async () => {
  site = await startSite();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("the skip link comes first, is seen, and skips", async () => {
  for (const path of ["/owl", "/owl/tickets", "/login"]) {
    const page = await open(browser, site);
    await page.goto(path);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Zum Inhalt springen" });
    assert.ok(await hasFocus(skip), path);
    await assertSeen(page, path);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null), `${path}: the next stop is in the content`);
    await page.context().close();
  }
});

test("somebody registers two people with the keyboard", async () => {
  const page = await open(browser, site);
  await page.goto("/owl");
  await tabTo(page, (e) => e.matches("a") && e.textContent.trim() === "Jetzt anmelden");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/owl\/tickets/);

  // Sent empty: the errors are told, and lead to their fields.
  await tabTo(page, (e) => e.matches(".kern-btn--primary[value=place]"));
  await page.keyboard.press("Space");
  const summary = page.getByRole("alert");
  await summary.getByText("stimmen noch nicht").waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.matches("[role=alert], [role=alert] *")), "the list of errors has the focus");
  const leads = await summary.getByRole("link").evaluateAll((links) => links.map((link) => link.hash.slice(1)));
  assert.ok(leads.length >= 4, `errors: ${leads}`);
  for (const id of leads) {
    assert.equal(await page.locator(`[id="${id}"]`).getAttribute("aria-invalid") ?? (await page.locator(`fieldset:has([id="${id}"])`).first().getAttribute("aria-invalid")), "true", id);
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), leads[0]);

  // The first is a choice of three: arrows and the space bar.
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("input[name=buyer]:checked").inputValue(), "business");
  await type(page, "organisation", "Heimatverein Höxter");
  await type(page, "buyer-name", heike.name);
  await type(page, "buyer-email", heike.email);
  await tabTo(page, (e) => e.name === "self");
  await page.keyboard.press("Space");
  await tabTo(page, (e) => e.name === "category-1");
  await page.keyboard.type("Vor Ort: Verwaltung");
  await tabTo(page, (e) => e.matches("[name=action][value=add]"));
  await page.keyboard.press("Enter");
  await page.locator("fieldset[data-attendee='2']").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "given-2", "the focus goes on with the new person");
  await page.keyboard.type("Ulf");
  await type(page, "family-2", "Sander");
  await tabTo(page, (e) => e.name === "terms");
  await page.keyboard.press("Space");
  await tabTo(page, (e) => e.matches(".kern-btn--primary[value=place]"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/owl\/orders\//);
  await page.getByRole("heading", { level: 1, name: /zwei Personen/ }).waitFor();
  await page.getByRole("article", { name: "Ulf Sander" }).waitFor();
  assertQuiet(page);
  await page.context().close();
});

test("Enter in a field sends the form, and adds nobody", async () => {
  const page = await open(browser, site);
  await page.goto("/owl/tickets");
  await type(page, "buyer-name", heike.name);
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("stimmen noch nicht").waitFor();
  assert.equal(await page.locator("fieldset[data-attendee]").count(), 1);
  await page.context().close();
});

test("somebody logs in and out of the office with the keyboard", async () => {
  const page = await open(browser, site);
  await page.goto("/owl/desk");
  await type(page, "email", site.logins.organiser.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type("falsch");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.matches("[role=alert], [role=alert] *")), "the list of errors has the focus");
  await type(page, "password", site.logins.organiser.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForURL(/\/owl\/desk/);
  await tabTo(page, (e) => e.matches("button") && e.textContent.trim() === "Abmelden");
  await page.keyboard.press("Space");
  await page.getByText("Sie sind abgemeldet").waitFor();
  assertQuiet(page);
  await page.context().close();
});

test("whatever has the focus can be seen", async () => {
  for (const look of [{}, { dark: true }, { width: 320, height: 640 }]) {
    const page = await open(browser, site, look);
    for (const path of ["/owl", "/owl/tickets", "/login"]) {
      await page.goto(path);
      const stops = await allStops(page, (where) => assertSeen(page, `${path} ${JSON.stringify(look)}: ${where}`));
      assert.ok(stops > 4, `${path}: ${stops} stops`);
    }
    await page.context().close();
  }
});

const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Goes on by Tab until `is` says yes of the element with the focus, once around the page at most. */
async function tabTo(page, is) {
  for (let n = 0; n < 120; n++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`(${is})(document.activeElement)`)) return;
  }
  throw new Error(`the Tab key does not lead to ${is} on ${page.url()}`);
}

async function type(page, name, text) {
  if (!(await page.evaluate((name) => document.activeElement.name === name, name))) await tabTo(page, `(e) => e.name === ${JSON.stringify(name)}`);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** Calls `look` at every stop of the Tab key. */
async function allStops(page, look) {
  let stops = 0;
  for (; stops < 150; stops++) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || element.dataset.stopped !== undefined) return undefined;
      element.dataset.stopped = "";
      return element.outerHTML.slice(0, 150);
    });
    if (!where) break;
    await look(where);
  }
  return stops;
}

/** What has the focus is in the window, not covered, and looks different from without (WCAG 2.2: 2.4.7, 2.4.11). */
async function assertSeen(page, where) {
  const seen = await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const element = document.activeElement;
    // A card around a radio button shows the focus of the button.
    const shown = element.closest(".choice") ?? element;
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    const inWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right - left > 3 && bottom - top > 3;
    const middle = document.elementFromPoint(Math.min(Math.max((left + right) / 2, 0), innerWidth - 1), Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1));
    const covered = middle && !shown.contains(middle) && !middle.contains(shown) && !(shown.labels ?? []).length;
    const look = () => [element, shown].map((e) => {
      const style = getComputedStyle(e);
      return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration].join();
    }).join("|");
    const focused = look();
    element.blur();
    const plain = look();
    element.focus({ preventScroll: true });
    return { inWindow, covered: Boolean(covered), different: focused !== plain };
  });
  assert.deepEqual(seen, { inWindow: true, covered: false, different: true }, where);
}
