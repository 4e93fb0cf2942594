// Somebody is on the phone: staff order for them, change what was ordered, cancel. What happened stands on the order in
// words that anybody reads.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertQuiet, launch, open, sessionOf } from "./kit/browser.mjs";
import { link } from "./kit/mail.mjs";
import { startSite } from "./kit/site.mjs";
import { placeOrder } from "./kit/steps.mjs";

const buyer = "heike.stratmann@stadt.example";
const guest = "yusuf.demir@stadt.example";
let site, browser, office, phone, other;
let order, mail;

before(async () => {
  site = await startSite();
  browser = await launch();
  const session = await sessionOf(browser, site, "organiser");
  office = await open(browser, site, { session });
  phone = await open(browser, site, { session, script: false, width: 320, height: 700 });
  other = await open(browser, site, { session: await sessionOf(browser, site, "admin") });
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

test("two are registered by hand, and two clicks make one order", async () => {
  await office.goto("/owl/desk/orders");
  await office.getByRole("link", { name: "Jemanden anmelden" }).click();
  const who = office.getByRole("region", { name: "Bestellt von" });
  await who.getByLabel("Art").selectOption({ label: "Öffentliche Stelle" });
  await who.getByLabel("Organisation").fill("Stadt Steinheim");
  await who.getByLabel("Name").fill("Heike Stratman");
  await who.getByLabel("E-Mail", { exact: true }).fill(buyer);
  await who.getByLabel("Nimmt selbst teil").check();
  await office.getByRole("button", { name: "Noch eine Person" }).click();
  const second = office.getByRole("group", { name: "Person 2" });
  await second.getByLabel("Vorname").fill("Yusuf");
  await second.getByLabel("Nachname").fill("Demir");
  await second.getByLabel(/^E-Mail/).fill(guest);
  await office.getByRole("button", { name: "Anmelden", exact: true }).dblclick();
  await office.getByText(/^Bestellung [0-9A-Z]{6} (ist|war schon) aufgenommen\./).waitFor();
  order = new URL(office.url()).pathname;
  mail = await site.mails.get(buyer);
  await site.mails.get(guest);
  await office.goto(`/owl/desk/orders?q=${buyer}`);
  await office.getByText("1 Bestellung", { exact: true }).waitFor();
});

test("the buyer is corrected", async () => {
  await office.goto(order);
  await office.getByRole("region", { name: "Bestellt von" }).getByRole("link", { name: /^Ändern/ }).click();
  await office.getByLabel("Name", { exact: true }).fill("");
  await office.getByRole("button", { name: "Speichern" }).click();
  await office.getByRole("alert").getByRole("link", { name: /^Name: / }).waitFor();
  await office.getByLabel("Name", { exact: true }).fill("Heike Stratmann");
  await office.getByRole("button", { name: "Speichern" }).click();
  await notice("Die Änderung ist gespeichert.");
  await office.getByRole("region", { name: "Bestellt von" }).getByText("Heike Stratmann", { exact: true }).waitFor();
});

test("two write a note: the second is shown both, and says which one holds", async () => {
  await office.getByRole("link", { name: "Notiz schreiben" }).click();
  await other.goto(`${order}/note`);
  await other.getByLabel("Notiz").fill("Parkplatz am Eingang");
  await other.getByRole("button", { name: "Notiz speichern" }).click();
  await other.getByText("Die Notiz ist gespeichert.").waitFor();
  await office.getByLabel("Notiz").fill("Ruft am Freitag wieder an.\nBraucht einen Parkplatz.");
  await office.getByRole("button", { name: "Notiz speichern" }).click();
  assert.equal(office.lastDocument.status(), 409);
  const told = office.getByRole("alert", { name: "Das hat inzwischen jemand geändert" });
  assert.match(await told.innerText(), /Alex Berghahn hat es am [\s\S]*Jetzt gespeichert: Parkplatz am Eingang\s+Ihre Eingabe: Ruft am Freitag/);
  await other.reload();
  await other.getByText("Parkplatz am Eingang").first().waitFor();
  await office.getByRole("button", { name: "Trotzdem speichern" }).click();
  await notice("Die Notiz ist gespeichert.");
  await office.getByRole("region", { name: "Notiz" }).getByText("Braucht einen Parkplatz.").waitFor();
});

test("one is booked onto another ticket on a phone; who comes later is told", async () => {
  await other.goto(`${order}/attendees/2/category`);
  await phone.goto(`${order}/attendees/2`);
  await fits(phone);
  const number = await phone.locator(".key-values dd.code").boundingBox();
  assert.ok(number.height < 40, "a ticket's number stays on one line");
  await phone.getByRole("link", { name: /^Umbuchen/ }).click();
  await fits(phone);
  await choose(phone, /^Online/);
  await phone.getByRole("button", { name: "Umbuchen" }).click();
  await phone.getByText("Yusuf Demir ist umgebucht.").waitFor();
  await fits(phone);
  await choose(other, /Ehrenamt/);
  await other.getByRole("button", { name: "Umbuchen" }).click();
  assert.equal(other.lastDocument.status(), 409);
  const told = await other.getByRole("alert", { name: "Das hat inzwischen jemand geändert" }).innerText();
  assert.match(told, /Miriam Osterholz hat es am [\s\S]*Jetzt gespeichert: Online[\s\S]*Ihre Eingabe: .*Ehrenamt/);
  const changed = await site.mails.get(guest, 2);
  assert.match(changed.text, /Online/);
});

test("the old link ends, and the new one comes by mail", async () => {
  const old = new URL(link(mail, "/orders/")).pathname;
  await office.getByRole("region", { name: "Bestellt von" }).getByRole("link", { name: "Neuer Link" }).click();
  await office.getByRole("button", { name: "Alten Link beenden" }).click();
  await notice("Der alte Link gilt nicht mehr.");
  const fresh = new URL(link(await site.mails.get(buyer, 2), "/orders/")).pathname;
  assert.notEqual(fresh, old);
  const visitor = await open(browser, site);
  await visitor.goto(old);
  assert.equal(visitor.lastDocument.status(), 404);
  await visitor.goto(fresh);
  assert.equal(visitor.lastDocument.status(), 200);
  await visitor.context().close();
});

test("one ticket is cancelled, then all of them", async () => {
  await office.goto(`${order}/attendees/2`);
  await office.getByRole("link", { name: /^Stornieren/ }).click();
  assert.equal(await office.getByRole("checkbox", { name: /^Yusuf Demir/ }).isChecked(), true);
  assert.equal(await office.getByRole("checkbox", { name: /^Heike Stratman/ }).isChecked(), false);
  await office.getByLabel("Grund").fill("Yusuf vertritt an dem Tag das Bürgerbüro.");
  await office.getByRole("button", { name: "Jetzt stornieren" }).click();
  await notice("Das Ticket ist storniert, der Platz ist frei.");
  await office.getByRole("link", { name: "Bestellung stornieren" }).click();
  await office.getByLabel("Grund").fill("Hochwasser");
  await office.getByRole("button", { name: "Jetzt stornieren" }).click();
  await notice("Das Ticket ist storniert, der Platz ist frei.");
  assert.match((await site.mails.get(guest, 3)).text, /Bürgerbüro/);
});

test("every step stands on the order, in plain words", async () => {
  const steps = async () => {
    await office.goto(order);
    const items = await office.getByRole("region", { name: "Verlauf" }).getByRole("listitem").allInnerTexts();
    return items.map((item) => item.replaceAll(/\s+/g, " ")).reverse();
  };
  // The mails are on their way for a moment.
  let told = await steps();
  for (const end = Date.now() + 10_000; told.filter((step) => /^Mail verschickt/.test(step)).length < 7 && Date.now() < end; ) told = await steps();
  const expected = [
    /^2 Tickets bestellt .* Miriam Osterholz$/,
    /^Angaben zur Bestellung geändert Name: Heike Stratman → Heike Stratmann .* Miriam Osterholz$/,
    /^Notiz geschrieben .* Alex Berghahn$/,
    /^Notiz geändert, vorher: „Parkplatz am Eingang“ .* Miriam Osterholz$/,
    /^Umgebucht: Yusuf Demir Ticket: Vor Ort.* → Online.* Miriam Osterholz$/,
    /^Alter Link zur Bestellung beendet .* Miriam Osterholz$/,
    /^Storniert: Yusuf Demir „Yusuf vertritt an dem Tag das Bürgerbüro\.“ .* Miriam Osterholz$/,
    /^Alles storniert: Heike Stratman „Hochwasser“ .* Miriam Osterholz$/,
  ];
  const own = told.filter((step) => !step.startsWith("Mail "));
  assert.equal(own.length, expected.length, own.join("\n"));
  expected.forEach((step, at) => assert.match(own[at], step));
  for (const step of told) {
    assert.doesNotMatch(step, /\b[a-z-]+\.[a-z]+-[a-z]+|\b(order|attendee|message|check-in)\.|desk-|\{|[0-9a-f]{8}-/, "no word of the program's own");
  }
  [office, other, phone].forEach(assertQuiet);
});

test("two clicks on a slow line end one link", async () => {
  const email = "ute.wegener@stadt.example";
  const { code } = await placeOrder(site, office.context().request, [{ given: "Ute", family: "Wegener", email }]);
  // What the server did is told late, so that there is time to click again.
  await office.route(`**/${code}/link`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const answer = await route.fetch({ maxRedirects: 0 });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    // Of the first there is nobody left to tell.
    await route.fulfill({ response: answer }).catch(() => {});
  });
  await office.goto(`/owl/desk/orders/${code}/link`);
  const done = site.mails.get(email, 2);
  const button = await office.getByRole("button", { name: "Alten Link beenden" }).boundingBox();
  for (const pause of [300, 0]) {
    await office.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
    await office.waitForTimeout(pause);
  }
  await notice("Der alte Link gilt nicht mehr.");
  await done;
  const ended = office.getByRole("region", { name: "Verlauf" }).getByText("Alter Link zur Bestellung beendet");
  assert.equal(await ended.count(), 1);
});

/** What the page says after a step. */
const notice = (sentence) => office.getByText(sentence, { exact: true }).waitFor();

/** The ticket whose line begins so, and whatever its price and places are. */
async function choose(page, name) {
  const option = page.getByLabel("Ticket", { exact: true }).locator("option").filter({ hasText: name }).first();
  await page.getByLabel("Ticket", { exact: true }).selectOption(await option.getAttribute("value"));
}

async function fits(page) {
  const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
  assert.ok(width <= 320, `${page.url()} is ${width} px wide`);
}
