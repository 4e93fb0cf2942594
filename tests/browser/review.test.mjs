// A reviewer judges what is reviewed least, the office reads it and decides quietly, and whoever handed in sees nothing of
// it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";

const OPINION = "Bitte unbedingt: das fehlt uns auf der Bühne.";
let site, browser, reviewer, office, author, code, title;

before(async () => {
  site = await startSite();
  browser = await launch();
  reviewer = await open(browser, site, { session: await sessionOf(browser, site, "reviewer"), width: 320, height: 700 });
  office = await open(browser, site, { session: await sessionOf(browser, site, "organiser") });
  author = await open(browser, site);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("next is what nobody has judged; names are not shown", async () => {
  await reviewer.goto("/owl/desk/reviews");
  await reviewer.getByRole("link", { name: "Nächste begutachten" }).click();
  title = await reviewer.getByRole("heading", { level: 1 }).innerText();
  code = /\/reviews\/([0-9A-Z]{6})/.exec(reviewer.url())[1];
  await reviewer.getByText("In dieser Phase sehen Sie nicht, wer eingereicht hat.").waitFor();
  await office.goto(`/owl/desk/submissions/${code}`);
  const who = await office.locator("main").innerText();
  const shown = await reviewer.locator("main").innerText();
  for (const name of ["Hölscher", "Tiemann", "Brand"]) assert.ok(!shown.includes(name), name);
  assert.match(who, /Hölscher|Tiemann|Brand/);
});

test("a review is given, and the next one is there", async () => {
  for (const name of ["Nutzen für andere", "Ehrlichkeit", "Neu für die Region"]) {
    await reviewer.getByRole("group", { name }).getByRole("radio", { name: "5", exact: true }).check();
  }
  await reviewer.getByLabel("Kommentar").fill(OPINION);
  await reviewer.getByRole("button", { name: "Speichern und weiter" }).click();
  await reviewer.getByText("Ihre Begutachtung ist gespeichert.").waitFor();
  assert.notEqual(await reviewer.getByRole("heading", { level: 1 }).innerText(), title);
});

test("the office reads it, and decides quietly", async () => {
  await office.goto("/owl/desk/review-board");
  await office.getByRole("link", { name: title }).click();
  await office.getByText(OPINION).waitFor();
  await office.getByText("Frauke Sundermann").first().waitFor();
  await office.goto("/owl/desk/review-board");
  await office.getByLabel(`${title} wählen`).check();
  await office.getByRole("button", { name: "Annehmen vormerken" }).click();
  await office.getByRole("button", { name: "Für 1 Beitrag vormerken" }).click();
  await office.goto("/owl/desk/review-board");
  await office.getByRole("row", { name: title }).getByText("Vorgemerkt: Angenommen").last().waitFor();
});

test("whoever handed in reads none of it", async () => {
  await office.goto(`/owl/desk/submissions/${code}`);
  const own = /\/owl\/submissions\/[0-9A-Z]{6}\/[a-z2-7]+/.exec(await office.content())[0];
  await author.goto(own);
  const page = await author.content();
  for (const secret of [OPINION, "Sundermann", "Vorgemerkt", "Angenommen"]) assert.ok(!page.includes(secret), secret);
  await author.getByText("Eingereicht").first().waitFor();
  for (const window of [reviewer, office, author]) assertQuiet(window);
});
