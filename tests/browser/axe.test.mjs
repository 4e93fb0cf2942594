// Every page by axe: WCAG 2.0 to 2.2, A and AA, and best practice, in both languages; colours, and dark ones, in German alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";
import { tour, walk } from "./kit/tour.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What can differ between light and dark; everything else is looked at once. */
const COLOURS = ["color-contrast", "link-in-text-block"];
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
  test(`no violation (${language})`, async () => {
    const violations = [];
    await walk(browser, site, pages, { language }, async (window, page) => {
      assert.equal(await window.locator("html").getAttribute("lang"), language, page.name);
      const look = async (how, builder) => {
        for (const { id, help, nodes } of (await builder.analyze()).violations) {
          violations.push({ page: page.name, how, id, help, nodes: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1, 2)}`) });
        }
      };
      const whole = axe(window).withTags(TAGS);
      // A language changes no colour.
      if (language !== "de") return await look("light", whole.disableRules(COLOURS));
      await look("light", whole);
      await window.emulateMedia({ colorScheme: "dark" });
      await look("dark", axe(window).withRules(COLOURS));
      await window.emulateMedia({ colorScheme: "light" });
    });
    assert.deepEqual(violations, []);
  });
}

/** Without a window of its own to gather what frames told: there are no frames. Nor is what is well gathered. */
const axe = (page) => new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
