// The programme: something is looked for, marked, and found again; with a script and without one, and a thousand sessions
// fit every window.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";

const schedule = (name) => new URL(`../data/schedules/${name}`, import.meta.url).pathname;
let site, browser;

before(async () => {
  site = await startSite();
  await site.run("import", "schedule", schedule("fosdem-2025.xml"), "--congress", "fosdem-2025", "--create");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

for (const script of [true, false]) {
  test(`looked for, marked, found again (${script ? "with" : "without"} a script)`, async () => {
    const page = await open(browser, site, { script });
    await page.goto("/fosdem-2025");
    await page.getByRole("link", { name: "Programm ansehen" }).click();
    await page.getByRole("searchbox", { name: "Suche" }).fill("secure application sandboxing");
    await page.getByRole("button", { name: "Anwenden" }).click();
    await page.getByText("1 Programmpunkt gefunden.").waitFor();
    const session = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Syd: An Introduction/ }) });
    const star = session.getByRole("button", { name: /^Merken: Syd/ });
    assert.equal(await star.getAttribute("aria-pressed"), "false");
    await star.click();
    await session.locator("button[aria-pressed=true]").waitFor();
    assert.match(page.url(), script ? /\?q=secure\+[^#]*$/ : /\?q=secure.*#s-\w+$/, "a script leaves the page as it is");

    await page.goto("/fosdem-2025/programme");
    await page.locator("button[aria-pressed=true]").waitFor();
    await page.getByRole("link", { name: "Mein Programm" }).click();
    await page.getByRole("heading", { level: 1, name: "Mein Programm" }).waitFor();
    assert.deepEqual(await page.getByRole("heading", { level: 3 }).allInnerTexts(), ["Syd: An Introduction to Secure Application Sandboxing for Linux"]);
    await page.getByRole("link", { name: /^Syd/ }).click();
    const word = page.getByRole("button", { name: /^Merken: Syd/ });
    assert.equal(await word.getAttribute("aria-pressed"), "true");
    await word.click();
    await page.locator("button[aria-pressed=false]").waitFor();
    await page.goto("/fosdem-2025/programme/mine");
    await page.getByText("Sie haben noch nichts gemerkt.").waitFor();
    assertQuiet(page);
    await page.context().close();
  });
}

test("a star is set by the keyboard", async () => {
  const page = await open(browser, site);
  await page.goto("/fosdem-2025/programme?q=secure+application+sandboxing");
  await page.getByRole("link", { name: /^Syd/ }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("button[aria-pressed=true]:focus").waitFor();
  assertQuiet(page);
  await page.context().close();
});

for (const width of [320, 1280]) {
  test(`a day of forty rooms fits ${width} px`, async () => {
    const page = await open(browser, site, { width });
    await page.goto("/fosdem-2025/programme");
    assert.ok(await page.evaluate((width) => document.scrollingElement.scrollWidth <= width, width));
    const region = page.getByRole("region", { name: /^Programm am Samstag/ }).last();
    const wide = await region.evaluate((element) => element.scrollWidth > element.clientWidth);
    assert.equal(wide, width > 1000, "rooms side by side scroll in themselves; on a phone they are a list");
    if (wide) {
      // Rooms and times stay in sight.
      await region.evaluate((element) => element.scrollTo(2000, 1500));
      const frame = await region.boundingBox();
      const rooms = await page.locator(".programme__rooms").boundingBox();
      assert.ok(Math.abs(rooms.y - frame.y) < 2, `${rooms.y} ${frame.y}`);
      const time = await page.locator(".programme__times span").nth(5).boundingBox();
      assert.ok(Math.abs(time.x - frame.x) < 2, `${time.x} ${frame.x}`);
    }
    assertQuiet(page);
    await page.context().close();
  });
}
