// From nothing to the first order: a congress is set up at the desk, opened, and somebody registers for it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { startSite } from "./kit/site.mjs";
import { NUMBER } from "./kit/steps.mjs";

/** A day far enough ahead, whenever the tests run. */
const DAY = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
const HOME = "/digitaltag-hoexter";
const DESK = `${HOME}/desk`;
let site, browser, office, phone, other, guest;

before(async () => {
  site = await startSite();
  browser = await launch();
  const admin = await sessionOf(browser, site, "admin");
  office = await open(browser, site, { session: admin });
  phone = await open(browser, site, { session: admin, script: false, width: 320, height: 700 });
  other = await open(browser, site, { session: await sessionOf(browser, site, "organiser") });
  guest = await open(browser, site, { script: false });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("a draft is made of a name and a day, and the list says what is missing", async () => {
  await office.goto("/desk/congresses");
  await office.getByLabel("Name auf Deutsch").fill("Digitaltag Höxter");
  await office.getByRole("button", { name: "Als Entwurf anlegen" }).click();
  await office.getByRole("alert").getByRole("link", { name: /Bitte geben Sie einen Tag an/ }).first().waitFor();
  await office.getByLabel(/^Erster Tag/).fill(DAY);
  await office.getByRole("button", { name: "Als Entwurf anlegen" }).click();
  await office.getByText("Der Kongress ist angelegt, als Entwurf.").waitFor();
  assert.equal(new URL(office.url()).pathname, `${DESK}/settings`);
  assert.deepEqual(await lines(office, "Fehlt"), ["Ein Ticket im Verkauf, mit freien Plätzen", "Impressum", "Datenschutzerklärung"]);
  assert.equal(await office.getByRole("button", { name: "Kongress öffnen" }).count(), 0);
  await guest.goto(HOME);
  assert.equal(guest.lastDocument.status(), 404, "nobody else sees a draft");
});

test("basics and sender are typed in", async () => {
  await tab(office, "Grundlagen");
  const tops = [];
  for (const label of ["Wo, in wenigen Worten, auf Deutsch", /^Wo, auf Englisch/]) tops.push((await office.getByLabel(label).boundingBox()).y);
  assert.equal(tops[0], tops[1], "side by side on one line, though only one has a hint");
  await office.getByLabel("Einlass ab").fill(`${DAY}T19:00`);
  await save(office);
  await office.getByText("Der Einlass beginnt spätestens mit dem Kongress.").first().waitFor();
  await office.getByLabel("Einlass ab").fill(`${DAY}T08:15`);
  await office.getByLabel("Worum es geht, auf Deutsch").fill("Was Dörfer von Städten lernen, und umgekehrt.");
  await office.getByLabel("Wer veranstaltet, auf Deutsch").fill("Eine Veranstaltung des Kreises Höxter.");
  await saved(office);
  await tab(office, "Absender");
  await office.getByLabel("Kontaktadresse").fill("digitaltag@hoexter.example");
  await office.getByLabel("Unterschrift").fill("Änne Töpfer, Kreis Höxter");
  await saved(office);
});

test("two at one form: the second is shown both versions, and nothing is lost", async () => {
  for (const page of [office, other]) {
    await page.goto(`${DESK}/settings/venue`);
    await page.getByLabel("Name des Hauses").fill(page === office ? "Residenz Stadthalle" : "Schloss Corvey");
    await page.getByLabel("Ort", { exact: true }).fill("Höxter");
  }
  await saved(other);
  await save(office);
  assert.equal(office.lastDocument.status(), 409);
  const told = office.getByRole("alert", { name: "Das hat inzwischen jemand geändert" });
  await told.getByText(/^Miriam Osterholz hat es am .* gespeichert/).waitFor();
  assert.match(await told.innerText(), /Name des Hauses\s+Jetzt gespeichert: Schloss Corvey\s+Ihre Eingabe: Residenz Stadthalle/);
  assert.doesNotMatch(await told.innerText(), /Höxter/, "what both say is no difference");
  assert.equal(await office.getByLabel("Name des Hauses").inputValue(), "Residenz Stadthalle");
  // Saved for the first one still, until the second says so again.
  await other.reload();
  assert.equal(await other.getByLabel("Name des Hauses").inputValue(), "Schloss Corvey");
  await told.getByRole("link", { name: /das Gespeicherte zeigen/ }).click();
  assert.equal(await office.getByLabel("Name des Hauses").inputValue(), "Schloss Corvey");
  await office.getByLabel("Straße und Hausnummer").fill("Corvey 1");
  await office.getByLabel("Postleitzahl").fill("37671");
  await saved(office);
  assertQuiet(other);
});

test("room, ticket and quota are made on a phone, without JavaScript", async () => {
  await phone.goto(`${DESK}/settings`);
  await add("Räume", "Raum anlegen", async () => {
    await phone.getByLabel("Name auf Deutsch").fill("Kaisersaal");
    await phone.getByLabel(/^Plätze/).fill("120");
  });
  await tab(phone, "Kontingente");
  await phone.getByText("Legen Sie zuerst ein Ticket an").waitFor();
  await add("Tickets", "Ticket anlegen", async () => {
    await phone.getByLabel("Name auf Deutsch").fill("Vor Ort: ganzer Tag");
    await phone.getByLabel(/^Preis/).fill("umsonst");
    await save(phone);
    await phone.getByText("Bitte geben Sie den Preis ein, zum Beispiel 49,00.").first().waitFor();
    await fits(phone);
    await phone.getByLabel(/^Preis/).fill("");
  });
  await phone.goto(`${DESK}/settings`);
  assert.ok((await lines(phone, "Empfohlen")).includes("Grenze für jedes Ticket vor Ort"));
  await add("Kontingente", "Kontingent anlegen", async () => {
    await phone.getByLabel("Name", { exact: true }).fill("Vor Ort");
    await phone.getByLabel(/^Plätze/).fill("2");
    await phone.getByRole("group", { name: "Gilt für diese Tickets" }).getByLabel("Vor Ort: ganzer Tag").check();
  });
  await phone.getByText("0 von 2 · Vor Ort: ganzer Tag").waitFor();
  await phone.goto(`${DESK}/settings`);
  assert.deepEqual(await lines(phone, "Fehlt"), ["Impressum", "Datenschutzerklärung"]);
  assertQuiet(phone);
});

test("the texts begin with gaps, and a text with a gap does not count", async () => {
  for (const [line, title] of [["Impressum", "Impressum"], ["Datenschutzerklärung", "Datenschutz"]]) {
    await office.goto(`${DESK}/settings`);
    await office.getByRole("link", { name: line }).click();
    assert.equal(await office.getByLabel("Titel auf Deutsch").inputValue(), title);
    await saved(office);
    await office.goto(`${DESK}/settings`);
    assert.ok((await lines(office, "Fehlt")).includes(line), `${line} still has gaps`);
    await tab(office, "Texte");
    await office.getByRole("link", { name: title }).click();
    for (const language of ["Deutsch", "Englisch"]) {
      await office.getByLabel(`Text auf ${language}`).fill("Kreis Höxter, **Der Landrat**\n\nMoltkestraße 12, 37671 Höxter");
    }
    await office.getByRole("button", { name: "Vorschau" }).click();
    await office.getByRole("region", { name: "So wird es aussehen" }).locator("strong", { hasText: "Der Landrat" }).first().waitFor();
    await saved(office);
  }
  await office.goto(`${DESK}/settings`);
  assert.deepEqual(await lines(office, "Fehlt"), []);
});

test("a colour is refused if it is none, and made readable if it is bright", async () => {
  await tab(office, "Aussehen");
  await office.getByLabel("Schriftzug", { exact: true }).fill("Digital");
  await office.getByLabel("Schriftzug, farbiger Teil").fill("Höxter");
  await office.getByLabel(/^Farbe/).fill("gelb");
  await save(office);
  assert.equal(office.lastDocument.status(), 422);
  await office.getByText("Das ist keine Farbe.").first().waitFor();
  await office.getByLabel(/^Farbe/).fill("#ffd500");
  await saved(office);
  await office.getByRole("img", { name: "Die zwölf Töne Ihrer Farbe" }).waitFor();
});

test("it is opened, and the page shows what was typed, in a colour that can be read", async () => {
  await tab(office, "Bereit?");
  await office.getByRole("button", { name: "Kongress öffnen" }).click();
  await office.getByText("Der Kongress ist offen: Die Seite ist öffentlich.").waitFor();
  assertQuiet(office);
  await guest.goto(HOME);
  await guest.getByRole("heading", { level: 1, name: "DigitalHöxter" }).waitFor();
  await guest.getByText("Was Dörfer von Städten lernen, und umgekehrt.").first().waitFor();
  await guest.getByText("Schloss Corvey").first().waitFor();
  await guest.getByText("Eine Veranstaltung des Kreises Höxter.").first().waitFor();
  await guest.getByRole("contentinfo").getByRole("link", { name: "Impressum" }).waitFor();
  const visitor = await open(browser, site);
  await visitor.goto(HOME);
  assert.equal(await visitor.locator("link[href*='accent-']").count(), 1, "the congress has a style sheet of its own");
  for (const scheme of ["light", "dark"]) {
    await visitor.emulateMedia({ colorScheme: scheme });
    await visitor.goto(HOME);
    const ratios = await contrasts(visitor.getByRole("link", { name: "Jetzt anmelden" }));
    assert.ok(ratios.length > 0 && ratios.every((ratio) => ratio >= 4.5), `${scheme}: ${ratios}`);
  }
  assertQuiet(visitor);
});

test("somebody registers without JavaScript, and the desk knows", async () => {
  await guest.getByRole("link", { name: "Jetzt anmelden" }).first().click();
  await guest.getByRole("radio", { name: /^Privat/ }).check();
  await guest.getByLabel("Name", { exact: true }).fill("Gudrun Lüke");
  await guest.getByRole("region", { name: "2. Wer meldet an?" }).getByLabel("E-Mail", { exact: true }).fill("gudrun.lueke@dorf.example");
  await guest.getByLabel("Ich nehme selbst teil und bin Person 1").check();
  await guest.getByRole("checkbox", { name: /Datenschutz/ }).check();
  await guest.getByRole("button", { name: "Verbindlich anmelden" }).click();
  await guest.getByRole("heading", { level: 1, name: /eine Person/ }).waitFor();
  const number = NUMBER.exec(await guest.getByRole("article", { name: "Gudrun Lüke" }).innerText())[0];
  const mail = await site.mails.get("gudrun.lueke@dorf.example");
  assert.match(mail.text, /Änne Töpfer, Kreis Höxter/);

  await phone.goto(`${DESK}/orders`);
  await phone.getByRole("link", { name: number.slice(0, 6) }).first().waitFor();
  await phone.getByText("Gudrun Lüke").first().waitFor();
  await fits(phone);
  await phone.goto(`${DESK}/settings/quotas`);
  await phone.getByText("1 von 2 · Vor Ort: ganzer Tag").waitFor();
  assertQuiet(guest);
  assertQuiet(phone);
});

/** The lines of the check list that are in this state. */
async function lines(page, state) {
  const items = page.getByRole("region", { name: "Bereit zum Öffnen?" }).getByRole("listitem").filter({ hasText: state });
  return items.getByRole("link").allInnerTexts();
}

/** Another page of the set-up. */
const tab = (page, name) => page.getByRole("navigation", { name: "Einrichten" }).getByRole("link", { name, exact: true }).click();

const save = (page) => page.getByRole("button", { name: "Speichern", exact: true }).click();

async function saved(page) {
  await save(page);
  await page.getByText("Gespeichert.", { exact: true }).waitFor();
}

/** One more of a kind, on the phone; each page on the way fits. */
async function add(kind, button, fill) {
  await tab(phone, kind);
  await fits(phone);
  await phone.getByRole("link", { name: button }).click();
  await fits(phone);
  await fill();
  await saved(phone);
  await fits(phone);
}

async function fits(page) {
  // Rows in boxes that scroll by themselves are as wide as they need; the page is not.
  const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
  assert.ok(width <= 320, `${page.url()} is ${width} px wide`);
}

/** The contrast of each button's word on its own ground (WCAG 2.2, 1.4.3). */
function contrasts(buttons) {
  return buttons.evaluateAll((all) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const luminance = (colour) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
      const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return all.map((button) => {
      const colours = [getComputedStyle(button.querySelector(".kern-label")).color, getComputedStyle(button).backgroundColor];
      const [dark, light] = colours.map(luminance).sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    });
  });
}
