// No page makes the browser complain: no script error, nothing that the Content-Security-Policy forbids, no file that is
// missing, no request to anybody else.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { launch } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";
import { tour, walk } from "./kit/tour.mjs";

let site, browser, pages;

before(async () => {
  site = await startSite();
  browser = await launch();
  pages = await tour(site, browser);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("the browser complains about nothing", async () => {
  const complaints = new Set();
  await walk(browser, site, pages, { language: "de" }, async (window, page) => {
    // Modules have run when a page has loaded; what they start speaks up soon.
    await window.waitForTimeout(150);
    window.complaints.splice(0).forEach((complaint) => complaints.add(`${page.name}: ${complaint}`));
  });
  assert.deepEqual([...complaints], []);
});

test("the program logged no error", async () => {
  const errors = (await site.log()).split("\n").filter((line) => line.includes('"level":"ERROR"'));
  assert.deepEqual(errors, []);
});
