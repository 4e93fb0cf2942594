// Pictures of all pages, to look at: `KONGRESS_BIN=target/debug/kongress node tests/browser/shots.mjs FOLDER [NAME]`. With a
// name, only of pages whose name begins so.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";
import { tour, walk } from "./kit/tour.mjs";

const [folder = "shots", only = ""] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const site = await startSite();
const browser = await launch();
try {
  const pages = (await tour(site, browser)).filter((page) => page.name.startsWith(only));
  for (const language of ["de", "en"]) {
    for (const width of [320, 1280]) {
      await walk(browser, site, pages, { language, width, height: 800 }, (window, page) =>
        window.screenshot({ path: join(folder, `${page.name.replaceAll(/\W+/g, "-")}.${language}.${width}.png`), fullPage: true }),
      );
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
