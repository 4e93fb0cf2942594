// The HTML of every page, as the server sends it, by the Nu HTML checker.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";
import { tour, walk } from "./kit/tour.mjs";

const vnu = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
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

test("the HTML is valid", async () => {
  const folder = join(site.folder, "html");
  await mkdir(folder);
  for (const language of ["de", "en"]) {
    // Without scripts, so that what is saved is what was sent.
    await walk(browser, site, pages, { language, script: false }, async (window, page) => {
      await writeFile(join(folder, `${page.name.replaceAll(/\W+/g, "-")}.${language}.html`), await window.lastDocument.text());
    });
  }
  const errors = await check(folder);
  // What is wrong in a frame is wrong on many pages: told once.
  const told = new Map();
  for (const { url, message, extract } of errors) {
    const what = `${message} (${extract?.trim().replaceAll("\n", " ")})`;
    told.set(what, [...(told.get(what) ?? []), url.split("/").at(-1)]);
  }
  const list = [...told].map(([what, where]) => `${what}: on ${where.length} pages, ${where.sort()[0]}`);
  assert.deepEqual(list, []);
});

/** One call for all: Java needs longer to start than to read a page. */
async function check(folder) {
  const args = ["-jar", vnu, "--errors-only", "--skip-non-html", "--format", "json", "--exit-zero-always", folder];
  const told = await new Promise((resolve, reject) => {
    execFile("java", args, { maxBuffer: 1e8 }, (error, stdout, stderr) => (error ? reject(error) : resolve(stderr)));
  });
  return JSON.parse(told).messages;
}
