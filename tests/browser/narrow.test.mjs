// Every page fits a window of 320 px (WCAG 2.2, 1.4.10), in both languages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
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

for (const language of ["de", "en"]) {
  test(`nothing is wider than 320 px (${language})`, async () => {
    const wide = [];
    await walk(browser, site, pages, { language, width: 320, height: 640 }, async (window, page) => {
      const found = await window.evaluate(() => {
        const width = document.scrollingElement.scrollWidth;
        const beyond = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > 320.5 && !element.closest(".scroll-x"));
        return width > 320 && { width, beyond: beyond.slice(0, 4).map((element) => element.outerHTML.slice(0, 120)) };
      });
      if (found) wide.push({ page: page.name, ...found });
    });
    assert.deepEqual(wide, []);
  });
}
