// Every page of the program, in one place: each test of all pages walks this list. A page that is missing here is one
// that nobody has looked at.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { link } from "./mail.mjs";
import { open, sessionOf } from "./browser.mjs";
import { NUMBER, askIntoNetwork, joinNetwork, placeOrder, sendOrder } from "./steps.mjs";

/**
 * Fills the congress with what the pages show, and lists them: `name`, who opens it (`guest`, `organiser`, `door`), its
 * `path` or the steps that lead there, and the status with which it comes if that is not 200.
 */
export async function tour(site, browser) {
  const sessions = { organiser: await sessionOf(browser, site, "organiser"), door: await sessionOf(browser, site, "door"), admin: await sessionOf(browser, site, "admin"), reviewer: await sessionOf(browser, site, "reviewer") };
  const context = await browser.newContext();
  const request = context.request;

  const person = (given, family, ticket) => ({ given, family, ticket, email: `${randomUUID().slice(0, 8)}@kreis.example` });
  const wiebke = person("Wiebke-Charlotte", "von der Oelde-Störmann");
  const several = await placeOrder(site, request, [
    wiebke,
    person("Jörg", "Brüggemeier", "on-site-business"),
    person("Nour", "Al-Khatib", "online"),
  ]);
  // A seat, and the invitation to it.
  const workshops = await (await request.get(`${site.url}${several.my[0]}/workshops`)).text();
  await post(site, request, /action="(\/owl\/my\/[^"]+\/workshops\/\d+)"/.exec(workshops)[1], {});
  const appointed = await site.mails.get(wiebke.email, 2);
  const invitation = new URL(link(appointed, "/invitations/")).pathname;
  // An address that there is not: the buyer is told, once the mail server has said so.
  const nobody = { ...person("Jürgen", "Niemand"), email: "j.niemand@kreis-hoexter.example" };
  site.mails.refuse(nobody.email);
  const astray = new URL((await sendOrder(site, request, [person("Ada", "Brinkmann-Oelgemöller"), nobody])).headers().location, site.url).pathname;
  const shown = async () => (await (await request.get(site.url + astray)).text()).includes("/attendees/2/address");
  for (const end = Date.now() + 30_000; !(await shown()); await new Promise((go) => setTimeout(go, 200))) assert.ok(Date.now() < end, "the buyer is told of a dead address");
  const gone = await placeOrder(site, request, [person("Hinnerk", "Stallmann")]);
  await post(site, request, `${gone.my[0]}/cancellation`, { reason: "krank" });
  await post(site, request, `${several.path}/attendees/3/cancellation`, {});
  const next = `${randomUUID().slice(0, 8)}@kreis.example`;
  await post(site, request, `${several.path}/attendees/2/substitute`, { email: next, language: "de" });
  const takeOver = new URL(link(await site.mails.get(next), "/substitutes/")).pathname;
  const number = NUMBER.exec(await (await request.get(site.url + several.my[0])).text())[0];
  await post(site, request, "/login/link", { email: site.logins.organiser.email });
  const loginLink = new URL(link(await site.mails.get(site.logins.organiser.email), "/login/link/")).pathname;
  // A second congress, so that there is something to choose from.
  await site.run("congress", "add", "regio", "--name", "Regionalkonferenz", "--from", "2027-09-16", "--to", "2027-09-17");
  // A third that only its staff see, with nothing in it.
  await site.run("congress", "add", "herbst", "--name", "Herbsttreffen", "--from", "2027-10-07", "--to", "2027-10-07", "--draft");

  // A fourth with a programme of another program, part of which overlaps.
  await site.run("import", "schedule", resolve(import.meta.dirname, "../../data/schedules/pretalx-democon.json"), "--congress", "democon", "--create");
  const planner = await browser.newContext({ storageState: sessions.admin });
  const plan = "/democon/desk/schedule";
  const planned = /slot=[0-9a-f-]{36}/.exec(await (await planner.request.get(site.url + plan)).text())[0];
  const planRules = await (await planner.request.get(`${site.url}${plan}/rules`)).text();
  const planRoom = /\/democon\/desk\/schedule\/rules\/rooms\/[0-9a-f-]{36}/.exec(planRules)[0];
  await planner.close();

  // Scans without the scanner lead to the page of their verdict.
  const office = await browser.newContext({ storageState: sessions.door });
  const scan = async (ticket, more = {}) => {
    const form = { gate: "main", ticket, nonce: randomUUID(), ...more };
    const answer = await office.request.post(`${site.url}/owl/door/check-ins`, { form, headers: { Origin: site.url }, maxRedirects: 0 });
    return new URL(answer.headers().location, site.url).pathname;
  };
  const verdicts = { admitted: await scan(number), refused: await scan(number), unknown: await scan("kein Ticket") };
  verdicts.forced = await scan(number, { force: "1", note: "Beleg gezeigt" });

  const organiser = await browser.newContext({ storageState: sessions.organiser });
  const mails = await (await organiser.request.get(`${site.url}/owl/desk/mails`)).text();
  const mail = /\/owl\/desk\/mails\/[0-9a-f-]{36}/.exec(mails)[0];
  // The first of the list is offered places, the next one waits.
  const list = await (await organiser.request.get(`${site.url}/owl/desk/waiting`)).text();
  const queue = [...new Set(list.match(/\/owl\/desk\/waiting\/[0-9a-f-]{36}/g))];
  const ownPage = async (path) => /\/owl\/waiting\/[0-9a-f-]{36}\/[a-z2-7]+/.exec(await (await organiser.request.get(site.url + path)).text())[0];
  const [offered, waits] = [await ownPage(queue[0]), await ownPage(queue[1])];
  const orderPage = await (await organiser.request.get(`${site.url}/owl/desk/orders/${several.code}`)).text();
  const lost = /\/owl\/orders\/([^/]+)/.exec(astray)[1];
  const lostPage = await (await organiser.request.get(`${site.url}/owl/desk/orders/${lost}`)).text();
  const dead = lostPage.match(/\/owl\/desk\/mailboxes\/[0-9a-f-]{36}/g)[1];
  const mailbox = /\/owl\/desk\/mailboxes\/[0-9a-f-]{36}/.exec(orderPage)[0];
  // The first of each kind that is set up.
  const first = {};
  for (const kind of ["rooms", "categories", "quotas", "passages"]) {
    const list = await (await organiser.request.get(`${site.url}/owl/desk/settings/${kind}`)).text();
    first[kind] = new RegExp(`/owl/desk/settings/${kind}/[0-9a-f-]{36}`).exec(list)[0];
  }
  const vouchers = await (await organiser.request.get(`${site.url}/owl/desk/vouchers?q=vortrag`)).text();
  const voucher = /\/owl\/desk\/vouchers\/[0-9a-f-]{36}/.exec(vouchers)[0];
  const front = await (await request.get(`${site.url}/owl`)).text();
  const passages = [...new Set(front.match(/\/owl\/pages\/[a-z0-9-]+/g))];
  // Somebody who is asked in, and has not come yet.
  await post(site, organiser.request, "/owl/desk/settings/team/new", { name: "Ngọc Anh Trần", email: "na.tran@lemgo.example", language: "de", here: "door" });
  const team = await (await organiser.request.get(`${site.url}/owl/desk/settings/team`)).text();
  const invited = /href="(\/owl\/desk\/settings\/team\/[0-9a-f-]{36})"[^>]*><strong><span dir="auto">Ngọc/.exec(team)[1];
  // Places without names, and places of a partner.
  const later = { placement: randomUUID(), buyer: "business", organisation: "Lippische IT", "buyer-name": "Jule Brand", "buyer-email": "j.brand@it.example", terms: "on", "later-1": "on", "category-1": "online", "given-2": "Jule", "family-2": "Brand", "category-2": "online", action: "place" };
  const placed = await request.post(`${site.url}/owl/tickets`, { form: later, headers: { Origin: site.url }, maxRedirects: 0 });
  const nameless = new URL(placed.headers().location, site.url).pathname;
  const place = /\/owl\/places\/[a-z0-9-]+/.exec(await (await request.get(site.url + nameless)).text())[0];
  const form = await (await organiser.request.get(`${site.url}/owl/desk/contingents/new`)).text();
  const partner = /<option value="([0-9a-f-]{36})"/.exec(form)[1];
  const held = { partner, category: "online", places: "3", until: "2027-02-01T12:00", "contact-name": "Hanna Wieneke", email: "h.wieneke@partner.example", language: "de" };
  const made = await organiser.request.post(`${site.url}/owl/desk/contingents/new`, { form: held, headers: { Origin: site.url }, maxRedirects: 0 });
  const contingent = new URL(made.headers().location, site.url).pathname;
  const given = /\/owl\/contingents\/[a-z0-9-]+/.exec(await (await organiser.request.get(site.url + contingent)).text())[0];
  const trial = { placement: randomUUID(), "buyer-kind": "person", "buyer-name": "Test Testerin", "buyer-email": "x@y.example", language: "de", test: "on", "given-1": "Test", "family-1": "Testerin", "category-1": "online", action: "place" };
  const tried = await organiser.request.post(`${site.url}/owl/desk/orders/new`, { form: trial, headers: { Origin: site.url }, maxRedirects: 0 });
  const testOrder = new URL(tried.headers().location, site.url).pathname;
  // A letter to many that could go out, one that cannot, and one with all that a form of it can hold.
  const letter = { name: "Anreise", kind: "service", "subject-de": "Bald geht es los: {{ congress }}", "subject-en": "It begins soon", "block-1-is": "text", "block-1-text-de": "Guten Tag {{ name }},\n\nbis **bald**.", "block-1-text-en": "Hello {{ name }}", "block-2-is": "button", "block-2-label-de": "Mein Kongress", "block-2-label-en": "My congress", "block-2-url": "{{ my_link }}", "group-1": "on", "term-1-1-is": "ticket", do: "save" };
  const written = async (form) => {
    const sent = await organiser.request.post(`${site.url}/owl/desk/campaigns/new`, { form: { ...form, once: randomUUID() }, headers: { Origin: site.url }, maxRedirects: 0 });
    return new URL(sent.headers().location, site.url).pathname;
  };
  const campaign = await written(letter);
  const unfinished = await written({ ...letter, name: "Neues aus Lippe", kind: "news", "subject-en": "", "block-2-url": "", "term-1-2-not": "not", "term-1-2-is": "organisation", "term-1-2-of": "Kreis", "group-2": "on", "term-2-1-is": "language", "term-2-1-of": "en" });
  // One that has gone out, by night as well, and did not reach everybody; and the page by which one ends such mails.
  const few = await written({ ...letter, name: "An den Kreis", "at-night": "on", "term-1-2-is": "organisation", "term-1-2-of": "Kreis" });
  const moved = person("Friedhelm", "Unbekannt-Verzogen");
  await placeOrder(site, request, [moved]);
  site.mails.refuse(moved.email);
  await organiser.request.post(`${site.url}${few}/start`, { form: { version: "1" }, headers: { Origin: site.url } });
  const told = (mail) => mail.html.includes("/subscriptions/");
  for (const end = Date.now() + 30_000; !site.mails.to(wiebke.email).some(told); await new Promise((go) => setTimeout(go, 200))) assert.ok(Date.now() < end, "a letter to many arrives");
  const subscription = new URL(link(site.mails.to(wiebke.email).find(told), "/subscriptions/")).pathname;
  // Somebody who wants news, a list of others, and a segment that is kept.
  const curious = `${randomUUID().slice(0, 8)}@kreis.example`;
  await post(site, request, "/owl/news", { email: curious, name: "Nele Beck" });
  const news = new URL(link(await site.mails.get(curious), "/news/")).pathname;
  const contact = /\/owl\/desk\/contacts\/[0-9a-f-]{36}/.exec(await (await organiser.request.get(`${site.url}/owl/desk/contacts`)).text())[0];
  const withoutProof = "E-Mail-Adresse\tName\tZustimmung\tZugestimmt am\tQuelle\nh.brand@it.example\tHanna Brand\tJa, ich möchte Neuigkeiten.\t24.05.2026\tMessestand\nk.frei@it.example\tKim Frei\t\t\t";
  const brought = await organiser.request.post(`${site.url}/owl/desk/contacts/imports`, { multipart: { pasted: withoutProof }, headers: { Origin: site.url }, maxRedirects: 0 });
  const contacts = new URL(brought.headers().location, site.url).pathname;
  await organiser.request.post(`${site.url}/owl/desk/campaigns/new`, { form: { ...letter, "segment-name": "Alle mit Ticket", do: "segment-keep" }, headers: { Origin: site.url } });
  // A call, something that is handed in, and who speaks.
  const calling = { kind: "project", "title-de": "Marktplatz der Ideen", "title-en": "Market place of ideas", "lead-de": "Zeigen Sie Ihr **Projekt**.", "language-de": "on", "language-en": "on", "abstract-max": "500", "description-max": "3000", "biography-max": "800", remind: "7, 14", published: "on", once: randomUUID() };
  const called = await organiser.request.post(`${site.url}/owl/desk/calls/new`, { form: calling, headers: { Origin: site.url }, maxRedirects: 0 });
  const call = new URL(called.headers().location, site.url).pathname;
  await organiser.request.post(`${site.url}${call}/links`, { form: { uses: "2", note: "Kreis Höxter", once: randomUUID() }, headers: { Origin: site.url } });
  // What it asks of its own: a choice, and words.
  const asking = { kind: "one_of", "label-de": "Wie weit ist es?", "label-en": "How far is it?", "help-de": "Auch Ideen sind willkommen.", "help-en": "Ideas are welcome too.", "option-1-de": "Idee", "option-1-en": "An idea", "option-2-de": "In Betrieb", "option-2-en": "In use", required: "on", reviewers: "on", active: "on" };
  const wording = { kind: "long_text", "label-de": "Was hat es gekostet?", "label-en": "What did it cost?", active: "on", position: "2" };
  for (const form of [asking, wording]) {
    await organiser.request.post(`${site.url}${call}/questions/new`, { form: { ...form, once: randomUUID() }, headers: { Origin: site.url } });
  }
  const asked = /\/owl\/desk\/calls\/[0-9a-f-]+\/questions\/[0-9a-f-]{36}/.exec(await (await organiser.request.get(site.url + call)).text())[0];
  const handing = { call: "marktplatz-der-ideen", email: `${randomUUID().slice(0, 8)}@kreis.example`, "mail-language": "de", title: "Gewässer-Sensoren an Werre und Bega", language: "de", abstract: "Was **Sensoren** sehen.", name: "Nour Al-Khatib", stand: "on", power: "2 Steckdosen", "question-wie-weit-ist-es": "in-betrieb", "question-was-hat-es-gekostet": "Zwei Jahre\nund Geduld", once: randomUUID() };
  const handed = await organiser.request.post(`${site.url}/owl/desk/submissions/new`, { form: handing, headers: { Origin: site.url }, maxRedirects: 0 });
  const submission = new URL(handed.headers().location, site.url).pathname;
  const submissionPage = await (await organiser.request.get(site.url + submission)).text();
  const contribution = /\/owl\/submissions\/[0-9A-Z]{6}\/[a-z2-7]+/.exec(submissionPage)[0];
  const speaking = /\/owl\/speaking\/[0-9a-f-]{36}\/[a-z2-7]+/.exec(await (await request.get(site.url + contribution)).text())[0];
  // Two who are asked to take part: one has not answered, one does not.
  const [asks, refuses] = await Promise.all(["Hanna Wieneke-Strothmann", "Tom Brune"].map(async (name) => {
    const email = `${randomUUID().slice(0, 8)}@kreis.example`;
    await post(site, request, `${contribution}/speakers`, { "invited-name": name, "invited-email": email });
    return new URL(link(await site.mails.get(email), "/speaking/")).pathname;
  }));
  const code = /\/owl\/submissions\/([0-9A-Z]{6})/.exec(contribution)[1];
  await post(site, request, `${refuses}/refusals/${code}`, { why: "An dem Tag bin ich in Brüssel, aber Frau Wieneke-Strothmann weiß alles." });
  const late = /\/owl\/call\/[a-z-]+\/late\/[a-z0-9-]+/.exec(await (await organiser.request.get(site.url + call)).text())[0];
  // Something to judge, and a workshop whose seats are booked.
  const board = await (await organiser.request.get(`${site.url}/owl/desk/review-board`)).text();
  const judged = /\/owl\/desk\/review-board\/([0-9A-Z]{6})(?=")/.exec(board)[1];
  const seats = await (await organiser.request.get(`${site.url}/owl/desk/bookings`)).text();
  const named = encodeURIComponent(appointed.subject.split(": ").slice(1).join(": "));
  const sessionList = await (await organiser.request.get(`${site.url}/owl/desk/sessions?q=${named}`)).text();
  const full = /\/owl\/desk\/sessions\/[0-9a-f-]{36}/.exec(sessionList)[0];
  const booked = /\/owl\/desk\/bookings\/\d+(?=")/.exec(seats)[0];
  // Somebody of the press, whom nobody has answered yet.
  const unanswered = await (await organiser.request.get(`${site.url}/owl/desk/orders?state=awaiting_approval`)).text();
  const approval = /\/owl\/desk\/orders\/[0-9A-Z]{6}(?=")/.exec(unanswered)[0];
  // Somebody of the directory, who offers something, and whom somebody wrote to.
  const ole = person("Ole", "Nachbar");
  const [inside, other] = [await browser.newContext(), await browser.newContext()];
  const said = (who) => ({ given: who.given, family: who.family, topic: "dms" });
  await joinNetwork(site, inside.request, { my: several.my[0], email: wiebke.email, mails: site.mails.to(wiebke.email).length }, said(wiebke));
  await joinNetwork(site, other.request, { my: (await placeOrder(site, other.request, [ole])).my[0], email: ole.email, mails: 1 }, said(ole));
  await post(site, inside.request, "/owl/network/mine/entries/new", { once: randomUUID(), side: "offer", form: "experience", topic: "dms", title: "Ersetzendes Scannen, ganz ohne Keller", body: "Wir zeigen gern, wie.", maturity: "running", since: "2023", region: "owl", level: "public" });
  const mine = await (await inside.request.get(`${site.url}/owl/network/mine`)).text();
  const offer = /\/owl\/network\/entries\/[0-9A-Z]{6}/.exec(mine)[0];
  const preview = await (await inside.request.get(site.url + offer)).text();
  const offerForm = /\/owl\/network\/mine\/entries\/[0-9a-f]{32}/.exec(preview)[0];
  const seen = await (await other.request.get(site.url + offer)).text();
  const wiebkePage = /\/owl\/network\/people\/[0-9A-Z]{6}/.exec(seen)[0];
  await post(site, other.request, `${wiebkePage}/interest`, { message: "Wie haben Sie das mit dem Brandschutz gelöst?" });
  const requests = await (await inside.request.get(`${site.url}/owl/network/mine`)).text();
  const asker = /\/owl\/network\/people\/[0-9A-Z]{6}/.exec(requests)[0];
  const body = /\/owl\/network\/organisations\/[0-9A-Z]{6}/.exec(await (await inside.request.get(`${site.url}/owl/network/directory?show=entries`)).text())[0];
  // Something that the two do together, …
  const once = (title, circle, more) => ({ once: randomUUID(), title, goal: "Einmal einführen statt dreimal.", topic: "dms", circle, ...more });
  const nele = person("Nele", "Mitmach");
  const third = await browser.newContext();
  await joinNetwork(site, third.request, { my: (await placeOrder(site, third.request, [nele])).my[0], email: nele.email, mails: 1 }, said(nele));
  await post(site, third.request, `${wiebkePage}/interest`, {});
  const found = await (await inside.request.get(`${site.url}/owl/network/directory?q=Mitmach`)).text();
  const nelePage = /\/owl\/network\/people\/[0-9A-Z]{6}/.exec(found)[0];
  await post(site, inside.request, `${nelePage}/interest`, {});
  const neleCode = nelePage.split("/").at(-1);
  await post(site, inside.request, "/owl/network/mine/cooperations/new", once("Gemeinsame E-Akte am Hellweg", "public", { invite: neleCode, seeks: "yes", wanted: "Kommunen ohne E-Akte", next: "Angebote vergleichen", "next-on": "2027-02-01", links: "https://e-akte.example/" }));
  const together = /\/owl\/network\/cooperations\/[0-9A-Z]{6}/.exec(await (await inside.request.get(`${site.url}/owl/network/mine`)).text())[0];
  // … and something that one of them has asked to be let in.
  await post(site, third.request, "/owl/network/mine/cooperations/new", once("Scanstelle für drei Rathäuser", "participants", { seeks: "yes" }));
  const theirs = await (await third.request.get(`${site.url}/owl/network/mine`)).text();
  const wanted = [...theirs.matchAll(/\/owl\/network\/cooperations\/[0-9A-Z]{6}/g)].map(([path]) => path).find((path) => path !== together);
  await post(site, inside.request, `${wanted}/request`, {});
  sessions.neighbour = await third.storageState();
  // One meeting is agreed, another proposed.
  const slots = async (request, page) => [...(await (await request.get(`${site.url}${page}/meeting`)).text()).matchAll(/name="slot" value="([0-9a-f]{32})"/g)].map(([, id]) => id);
  await post(site, third.request, `${asker}/interest`, {});
  await post(site, other.request, `${nelePage}/interest`, {});
  const [slot, another] = await slots(other.request, nelePage);
  await post(site, other.request, `${nelePage}/meeting`, { once: randomUUID(), slot, note: "Zeigen Sie mir Ihre Scanstelle?" });
  const meetings = await (await third.request.get(`${site.url}/owl/network/mine/meetings`)).text();
  const agreed = /\/owl\/network\/mine\/meetings\/[0-9a-f]{32}/.exec(meetings)[0];
  await post(site, third.request, `${agreed}/answer`, { answer: "yes", slot });
  await post(site, third.request, `${wiebkePage}/meeting`, { once: randomUUID(), slot: another, note: "Zehn Minuten zum Brandschutz?" });
  const newcomer = person("Neu", "Gierig");
  const outside = (await placeOrder(site, request, [newcomer])).my[0];
  const entrance = await askIntoNetwork(site, request, { my: outside, email: newcomer.email, mails: 1 });
  sessions.member = await inside.storageState();
  const topic = /\/owl\/desk\/network\/topics\/[0-9a-f]{32}/.exec(await (await organiser.request.get(`${site.url}/owl/desk/network/topics`)).text())[0];
  await Promise.all([context.close(), office.close(), organiser.close(), inside.close(), other.close(), third.close()]);

  const my = several.my[0];
  const desk = "/owl/desk";
  const hand = `${desk}/orders/${several.code}`;
  const setup = `${desk}/settings`;
  const draft = "/herbst/desk/settings";
  const pages = [
    { name: "all congresses", path: "/" },
    { name: "the congress", path: "/owl" },
    { name: "a congress that has just been added", path: "/regio" },
    ...passages.map((path) => ({ name: path.split("/").at(-1), path })),
    { name: "registration", path: "/owl/tickets" },
    { name: "registration with a voucher", path: "/owl/tickets?voucher=fruehjahr" },
    { name: "registration with a voucher that there is not", path: "/owl/tickets?voucher=gibt-es-nicht" },
    { name: "registration for three, nothing filled in", steps: unfilledRegistration, status: 422 },
    { name: "an invitation", path: invitation },
    { name: "asked to take part", path: asks },
    { name: "asked to take part, declined", path: refuses },
    { name: "an order with an address that there is not", path: astray },
    { name: "another address", path: `${astray}/attendees/2/address` },
    { name: "another address, nothing filled in", steps: (page) => unfilled(page, `${astray}/attendees/2/address`, "input[type=email]"), status: 422 },
    { name: "an order with an address that there is not, in the office", as: "organiser", path: `${desk}/orders/${lost}` },
    { name: "an address that there is not, in the office", as: "organiser", path: dead },
    { name: "a session with people who are invited", as: "organiser", path: full },
    { name: "the waiting list", path: "/owl/waiting" },
    { name: "the waiting list, nothing filled in", steps: (page) => unfilled(page, "/owl/waiting", "input[type=text]"), status: 422 },
    { name: "after joining the waiting list", path: "/owl/waiting/sent" },
    { name: "on the waiting list", path: waits },
    { name: "on the waiting list, other wishes", path: `${waits}/change` },
    { name: "leaving the waiting list", path: `${waits}/leave` },
    { name: "an offer from the waiting list", path: offered },
    { name: "accepting an offer", path: `${offered}/tickets` },
    { name: "declining an offer", path: `${offered}/refusal` },
    { name: "registering several, pasted", steps: (page) => pastedPeople(page, "/owl/tickets") },
    { name: "an order with a place without a name", path: nameless },
    { name: "naming a place", path: `${nameless}/attendees/1/name` },
    { name: "a place without a name", path: place },
    { name: "a place, nothing filled in", steps: (page) => unfilled(page, place, "input[type=text]"), status: 422 },
    { name: "a partner's places", path: given },
    { name: "a partner's places, nothing filled in", steps: (page) => unfilled(page, given, "input[type=text]"), status: 422 },
    { name: "an order of three, one cancelled", path: several.path },
    { name: "an order that is cancelled", path: gone.path },
    { name: "another name, from the order", path: `${several.path}/attendees/1/name` },
    { name: "the mails again, from the order", path: `${several.path}/mail` },
    { name: "one ticket's mail again", path: `${several.path}/attendees/1/mail` },
    { name: "giving back one ticket of three", path: `${several.path}/attendees/2/cancellation` },
    { name: "giving back all", path: `${several.path}/cancellation` },
    { name: "giving back none", path: `${several.path}/cancellation?chosen=yes` },
    { name: "giving back two", path: `${several.path}/cancellation?position=1&position=2` },
    { name: "who comes instead, from the order", path: `${several.path}/attendees/1/substitute` },
    { name: "another ticket, from the order", path: `${several.path}/attendees/1/category` },
    { name: "another ticket, what it means", path: `${several.path}/attendees/1/category?category=on-site-business` },
    { name: "taking one again", path: `${several.path}/attendees/3/restoration` },
    { name: "taking over a ticket", path: takeOver },
    { name: "nobody to take over a ticket", steps: (page) => unfilled(page, takeOver, "input[type=text]"), status: 422 },
    { name: "who comes instead of me", path: `${my}/substitute` },
    { name: "nobody instead of me", steps: (page) => unfilled(page, `${my}/substitute`, "input[type=email]"), status: 422 },
    { name: "my other ticket", path: `${my}/category` },
    { name: "taking mine again", path: `${gone.my[0]}/restoration` },
    { name: "my congress", path: my },
    { name: "my congress, given back", path: gone.my[0] },
    { name: "my name", path: `${my}/name` },
    { name: "no name", steps: (page) => unfilled(page, `${my}/name`, "input[type=text]"), status: 422 },
    { name: "my mail again", path: `${my}/mail` },
    { name: "giving back my ticket", path: `${my}/cancellation` },
    { name: "the network", path: "/owl/network" },
    { name: "the network, inside", as: "member", path: "/owl/network" },
    { name: "a topic", path: "/owl/network/topics/dms" },
    { name: "a topic, inside", as: "member", path: "/owl/network/topics/dms" },
    { name: "the directory", as: "member", path: "/owl/network/directory" },
    { name: "the directory of offers", as: "member", path: "/owl/network/directory?show=entries&side=offer" },
    { name: "the directory, nothing found", path: "/owl/network/directory?topic=lorawan&kind=school" },
    { name: "somebody of the network", as: "member", path: asker },
    { name: "a body of the network", as: "member", path: body },
    { name: "an offer", path: offer },
    { name: "an offer of one's own", as: "member", path: offer },
    { name: "an offer to change", as: "member", path: offerForm },
    { name: "an offer, nothing filled in", as: "member", steps: (page) => unfilled(page, "/owl/network/mine/entries/new", "#title"), status: 422 },
    { name: "my network", as: "member", path: "/owl/network/mine" },
    { name: "suggestions", as: "member", path: "/owl/network/mine/suggestions" },
    { name: "my meetings", as: "member", path: "/owl/network/mine/meetings" },
    { name: "my meetings, one agreed", as: "neighbour", path: "/owl/network/mine/meetings" },
    { name: "a meeting", as: "neighbour", path: agreed },
    { name: "a meeting, to be proposed", as: "member", path: `${nelePage}/meeting` },
    { name: "a cooperation", path: together },
    { name: "a cooperation, inside", as: "member", path: together },
    { name: "a cooperation, invited", as: "neighbour", path: together },
    { name: "a cooperation, asked", as: "member", path: wanted },
    { name: "a cooperation, asked by somebody", as: "neighbour", path: wanted },
    { name: "a new cooperation", as: "member", path: `/owl/network/mine/cooperations/new?with=${neleCode}` },
    { name: "a new cooperation, nothing filled in", as: "member", steps: (page) => unfilled(page, "/owl/network/mine/cooperations/new", "#title"), status: 422 },
    { name: "a cooperation, changed", as: "member", path: together.replace("/network/", "/network/mine/") },
    { name: "my profile", as: "member", path: "/owl/network/mine/profile" },
    { name: "my profile, as others see it", as: "member", path: "/owl/network/mine/profile/preview?as=anybody" },
    { name: "leaving the network", as: "member", path: "/owl/network/mine/withdrawal" },
    { name: "the way into the network", path: "/owl/network/entrance" },
    { name: "the way into the network, nothing filled in", steps: (page) => unfilled(page, "/owl/network/entrance", "input[type=email]"), status: 422 },
    { name: "the way into the network, sent", path: "/owl/network/entrance/sent" },
    { name: "the way into the network, from my congress", path: `${outside}/network` },
    { name: "joining the network", path: entrance },
    { name: "joining the network without a tick", steps: (page) => unfilled(page, entrance, "#family"), status: 422 },
    { name: "the network at the desk", as: "organiser", path: `${desk}/network` },
    { name: "the network at the desk, closed", as: "organiser", path: "/regio/desk/network" },
    { name: "weights of suggestions", as: "organiser", path: `${desk}/network/weights` },
    { name: "weights of suggestions, one wrong", as: "organiser", steps: (page) => wrongWeight(page, `${desk}/network/weights`), status: 422 },
    { name: "weights of suggestions, changed by somebody else", as: "organiser", steps: (page) => weighedByTwo(page, `${desk}/network/weights`), status: 409 },
    { name: "meetings at the desk", as: "organiser", path: `${desk}/network/meetings` },
    { name: "meetings at the desk, times that are none", as: "organiser", steps: (page) => unlaid(page, `${desk}/network/meetings`), status: 422 },
    { name: "cooperations at the desk", as: "organiser", path: `${desk}/network/cooperations` },
    { name: "what came of it", as: "organiser", path: `${desk}/network/outcome` },
    { name: "topics at the desk", as: "organiser", path: `${desk}/network/topics` },
    { name: "a topic at the desk", as: "organiser", path: topic },
    { name: "a new topic, nothing filled in", as: "organiser", steps: (page) => unfilled(page, `${desk}/network/topics/new`, "#name-de"), status: 422 },
    { name: "calls", path: "/owl/call" },
    { name: "a call", path: "/owl/call/marktplatz-der-ideen" },
    { name: "a call, no address", steps: (page) => unfilled(page, "/owl/call/marktplatz-der-ideen", "input[type=email]"), status: 422 },
    { name: "a call, late", path: late },
    { name: "a call, link sent", path: "/owl/call/marktplatz-der-ideen/sent" },
    { name: "a contribution", path: contribution },
    { name: "a contribution, nothing filled in", steps: (page) => unfilled(page, contribution, "#entwurf input[type=text]"), status: 422 },
    { name: "who speaks", path: speaking },
    { name: "call list at the desk", as: "organiser", path: `${desk}/calls` },
    { name: "call list, none yet", as: "organiser", path: "/regio/desk/calls" },
    { name: "call at the desk", as: "organiser", path: call },
    { name: "call that is new", as: "organiser", path: `${desk}/calls/new` },
    { name: "call, a question of its own", as: "organiser", path: asked },
    { name: "call, a new question", as: "organiser", path: `${call}/questions/new` },
    { name: "call, a question of nothing", as: "organiser", steps: (page) => unfilled(page, `${call}/questions/new`, "#label-de"), status: 422 },
    { name: "call, previewed", as: "organiser", path: `${call}/preview` },
    { name: "submissions", as: "organiser", path: `${desk}/submissions` },
    { name: "submissions, none yet", as: "organiser", path: "/regio/desk/submissions" },
    { name: "submissions, several to decide", as: "organiser", path: `${desk}/submissions/batch?deed=accepted&all=1` },
    { name: "submissions, announcing", as: "organiser", path: `${desk}/submissions/announcement` },
    { name: "submissions, one for somebody", as: "organiser", path: `${desk}/submissions/new?call=marktplatz-der-ideen` },
    { name: "submission", as: "organiser", path: submission },
    { name: "a link that is not right", path: `${my}x`, status: 404 },
    { name: "the programme", path: "/democon/programme" },
    { name: "the programme as a list", path: "/democon/programme?day=all&view=list" },
    { name: "the programme on paper", path: "/democon/programme?view=print" },
    { name: "the programme, something looked for", path: "/democon/programme?q=help&zone=Asia/Tokyo" },
    { name: "the programme, nothing found", path: "/democon/programme?q=Rumpelstilzchen" },
    { name: "the programme now", path: "/democon/programme/now" },
    { name: "another time zone", path: "/democon/programme/zone" },
    { name: "calendars to subscribe to", path: "/democon/programme/calendars" },
    { name: "nothing marked", path: "/democon/programme/mine" },
    { name: "a session", steps: (page) => chosen(page, "/democon/programme", ".slot__title a") },
    { name: "who speaks", path: "/democon/speakers" },
    { name: "somebody who speaks", steps: (page) => chosen(page, "/democon/speakers", ".speaker-list a") },
    { name: "something marked", steps: marked },
    { name: "not found", path: "/owl/gibt-es-nicht", status: 404 },
    { name: "not found, nowhere", path: "/gibt-es-nicht/auch-nicht", status: 404 },
    { name: "log-in", path: "/login" },
    { name: "log-in, nothing filled in", steps: (page) => unfilled(page, "/login"), status: 422 },
    { name: "log-in, wrong password", steps: wrongPassword, status: 422 },
    { name: "log-in by link, sent", steps: askForLink },
    { name: "log-in by link", path: loginLink },
    { name: "log-in by a link that is used", path: "/login/link/gibt-es-nicht", status: 410 },
    { name: "the congresses of an organiser", as: "organiser", path: "/desk" },
    { name: "overview", as: "organiser", path: desk },
    { name: "overview of nothing yet", as: "organiser", path: "/regio/desk" },
    { name: "every place", as: "organiser", path: `${desk}/places` },
    { name: "every place of a congress without quotas", as: "organiser", path: "/regio/desk/places" },
    { name: "vouchers", as: "organiser", path: `${desk}/vouchers` },
    { name: "vouchers, none yet", as: "organiser", path: "/regio/desk/vouchers" },
    { name: "vouchers, nothing found", as: "organiser", path: `${desk}/vouchers?q=Rumpelstilzchen` },
    { name: "a voucher", as: "organiser", path: voucher },
    { name: "a voucher to change", as: "organiser", path: `${voucher}/details` },
    { name: "a new voucher", as: "organiser", path: `${desk}/vouchers/new/details` },
    { name: "a new voucher, nothing filled in", as: "organiser", steps: (page) => unfilled(page, `${desk}/vouchers/new/details`, "input[type=text]"), status: 422 },
    { name: "many vouchers", as: "organiser", path: `${desk}/vouchers/batch` },
    { name: "a list of vouchers", as: "organiser", path: `${desk}/vouchers/imports` },
    { name: "a list of vouchers, looked at", as: "organiser", steps: (page) => pastedVouchers(page, `${desk}/vouchers/imports`) },
    { name: "mail texts", as: "organiser", path: `${desk}/mails/texts` },
    { name: "mail texts of an order", as: "organiser", path: `${desk}/mails/texts/registration.order?in=de` },
    { name: "mail texts that nobody else sees", as: "organiser", path: `${desk}/mails/texts/identity.invitation?in=de` },
    { name: "mail texts that went to nobody", as: "organiser", path: "/regio/desk/mails/texts/payment.invoice?in=en" },
    { name: "campaigns", as: "organiser", path: `${desk}/campaigns` },
    { name: "campaigns, none yet", as: "organiser", path: "/regio/desk/campaigns" },
    { name: "a new campaign", as: "organiser", path: `${desk}/campaigns/new` },
    { name: "a campaign", as: "organiser", path: campaign },
    { name: "a campaign that cannot go out", as: "organiser", path: unfinished },
    { name: "a campaign to change", as: "organiser", path: `${unfinished}/edit` },
    { name: "a campaign that has gone out", as: "organiser", path: few },
    { name: "which mails one gets", path: subscription },
    { name: "the form for news", path: "/owl/news" },
    { name: "news asked for", path: "/owl/news/sent" },
    { name: "no news any more", path: "/owl/news/ended" },
    { name: "whether one wants news", path: news },
    { name: "contacts", as: "organiser", path: `${desk}/contacts` },
    { name: "contacts, none yet", as: "organiser", path: "/regio/desk/contacts" },
    { name: "a contact", as: "organiser", path: contact },
    { name: "a list of contacts to hand in", as: "organiser", path: `${desk}/contacts/imports` },
    { name: "a list of contacts without proof", as: "organiser", path: contacts },
    { name: "a list of contacts to take in", as: "organiser", path: `${contacts}?ask=on` },
    { name: "segments that are kept", as: "organiser", path: `${desk}/segments` },
    { name: "a campaign to begin", as: "organiser", path: `${campaign}/start` },
    { name: "the next edition", as: "organiser", path: `${desk}/settings/edition` },
    { name: "the next edition, looked at", as: "organiser", path: `${desk}/settings/edition/preview?name-de=Kongress+2028&from=2028-03-09&prefix=OWL28&take-texts=on&take-rooms=on&take-offer=on&take-seller=on&take-partners=on&take-look=on` },
    { name: "the next edition, with faults", as: "organiser", path: `${desk}/settings/edition/preview?from=never&take-seller=on`, status: 422 },
    { name: "statistics", as: "organiser", path: `${desk}/statistics` },
    { name: "statistics by day", as: "organiser", path: `${desk}/statistics?step=day` },
    { name: "statistics of nothing yet", as: "organiser", path: "/regio/desk/statistics" },
    { name: "statistics beside the edition before", as: "organiser", path: "/regio/desk/statistics/comparison" },
    { name: "statistics of attendees", as: "organiser", path: `${desk}/statistics/people` },
    { name: "statistics of money", as: "organiser", path: `${desk}/statistics/money` },
    { name: "invoices", as: "organiser", path: `${desk}/invoices` },
    { name: "invoices, none yet", as: "organiser", path: "/regio/desk/invoices" },
    { name: "invoices, nothing found", as: "organiser", path: `${desk}/invoices?q=nichts` },
    { name: "statistics of vouchers", as: "organiser", path: `${desk}/statistics/vouchers` },
    { name: "statistics of the door", as: "organiser", path: `${desk}/statistics/door` },
    { name: "orders", as: "organiser", path: `${desk}/orders` },
    { name: "orders of nobody yet", as: "organiser", path: "/regio/desk/orders" },
    { name: "orders, filtered", as: "organiser", path: `${desk}/orders?state=cancelled&category=on-site-public` },
    { name: "orders, nothing found", as: "organiser", path: `${desk}/orders?q=Rumpelstilzchen` },
    { name: "orders, several to cancel", as: "organiser", path: `${desk}/orders/batch?deed=cancel&all=1&q=Stallmann` },
    { name: "who waits", as: "organiser", path: `${desk}/waiting` },
    { name: "who waits, filtered", as: "organiser", path: `${desk}/waiting?state=offered` },
    { name: "who waits, nobody yet", as: "organiser", path: "/regio/desk/waiting" },
    { name: "somebody who waits", as: "organiser", path: queue[1] },
    { name: "somebody who is offered places", as: "organiser", path: queue[0] },
    { name: "somebody to wait for", as: "organiser", path: `${desk}/waiting/new` },
    { name: "nobody to wait for", as: "organiser", steps: (page) => unfilled(page, `${desk}/waiting/new`, "input[type=text]"), status: 422 },
    { name: "another wish", as: "organiser", path: `${queue[1]}/details` },
    { name: "the terms of the waiting list", as: "organiser", path: `${setup}/waiting` },
    { name: "attendees", as: "organiser", path: `${desk}/attendees` },
    { name: "attendees, filtered", as: "organiser", path: `${desk}/attendees?admitted=yes&sort=-time` },
    { name: "attendees of nobody yet", as: "organiser", path: "/regio/desk/attendees" },
    { name: "an order in the office", as: "organiser", path: `${desk}/orders/${several.code}` },
    { name: "cancelling in the office", as: "organiser", path: `${desk}/orders/${several.code}/cancellation` },
    { name: "cancelling in the office without a reason", as: "organiser", steps: (page) => unfilled(page, `${desk}/orders/${several.code}/cancellation`), status: 422 },
    { name: "an order in the office, cancelled", as: "organiser", path: `${desk}/orders/${gone.code}` },
    { name: "attendees without names", as: "organiser", path: `${desk}/attendees?name=none` },
    { name: "registered twice", as: "organiser", path: `${desk}/doubles` },
    { name: "two beside each other", as: "organiser", path: `${desk}/doubles/${several.code}-1/${several.code}-2` },
    { name: "merging an order", as: "organiser", path: `${hand}/merge` },
    { name: "places for partners", as: "organiser", path: `${desk}/contingents` },
    { name: "places for a partner", as: "organiser", path: contingent },
    { name: "places for a partner, to end", as: "organiser", path: `${contingent}/end` },
    { name: "places for a partner, new", as: "organiser", path: `${desk}/contingents/new` },
    { name: "places for a partner, nothing filled in", as: "organiser", steps: (page) => unfilled(page, `${desk}/contingents/new`, "input[type=text]"), status: 422 },
    { name: "a test order", as: "organiser", path: testOrder },
    { name: "orders, only tests", as: "organiser", path: `${desk}/orders?test=yes` },
    { name: "ordering for somebody", as: "organiser", path: `${desk}/orders/new` },
    { name: "ordering for somebody, nothing filled in", as: "organiser", steps: (page) => unfilled(page, `${desk}/orders/new`, "input[type=text]"), status: 422 },
    { name: "ordering for several, pasted", as: "organiser", steps: (page) => pastedPeople(page, `${desk}/orders/new`) },
    { name: "ordering for somebody, in a draft", as: "organiser", path: "/herbst/desk/orders/new" },
    { name: "another buyer", as: "organiser", path: `${hand}/buyer` },
    { name: "no buyer", as: "organiser", steps: (page) => unfilled(page, `${hand}/buyer`, "input[type=text]"), status: 422 },
    { name: "an order that waits for an answer", as: "organiser", path: approval },
    { name: "deciding on an order", as: "organiser", path: `${approval}/decision` },
    { name: "a payment", as: "organiser", path: `${hand}/money?deed=payment` },
    { name: "a payment of nothing", as: "organiser", steps: (page) => unfilled(page, `${hand}/money?deed=payment`, "input[type=text]"), status: 422 },
    { name: "a note", as: "organiser", path: `${hand}/note` },
    { name: "a note, overtaken", as: "organiser", steps: (page) => overtaken(page, `${hand}/note`, "note"), status: 409 },
    { name: "ending the link of an order", as: "organiser", path: `${hand}/link` },
    { name: "a ticket in the office", as: "organiser", path: `${hand}/attendees/1` },
    { name: "a ticket in the office, cancelled", as: "organiser", path: `${hand}/attendees/3` },
    { name: "another attendee", as: "organiser", path: `${hand}/attendees/2/details` },
    { name: "no attendee", as: "organiser", steps: (page) => unfilled(page, `${hand}/attendees/2/details`, "input[type=text]"), status: 422 },
    { name: "booking onto another ticket", as: "organiser", path: `${hand}/attendees/2/category` },
    { name: "a ticket that somebody is asked to take over", as: "organiser", path: `${hand}/attendees/2` },
    { name: "handing a ticket on", as: "organiser", path: `${hand}/attendees/2/transfer` },
    { name: "handing a ticket to nobody", as: "organiser", steps: (page) => unfilled(page, `${hand}/attendees/2/transfer`, "input[type=text]"), status: 422 },
    { name: "undoing a cancellation", as: "organiser", path: `${hand}/restoration?position=3` },
    { name: "ending the link of a ticket", as: "organiser", path: `${hand}/attendees/2/link` },
    { name: "handing in a list", as: "organiser", path: `${desk}/imports` },
    { name: "handing in nothing", as: "organiser", steps: (page) => unfilled(page, `${desk}/imports`), status: 422 },
    { name: "a list before it is taken in", as: "organiser", steps: (page) => pasted(page, `${desk}/imports`, GUESTS) },
    { name: "a list with faults", as: "organiser", steps: (page) => pasted(page, `${desk}/imports`, FAULTY) },
    { name: "a list where there is no ticket yet", as: "organiser", steps: (page) => pasted(page, "/herbst/desk/imports", GUESTS) },
    { name: "mails", as: "organiser", path: `${desk}/mails` },
    { name: "mails that failed", as: "organiser", path: `${desk}/mails?state=failed` },
    { name: "mails of nobody yet", as: "organiser", path: "/regio/desk/mails" },
    { name: "a mail", as: "organiser", path: mail },
    { name: "a mail to another address", as: "organiser", path: `${mail}/address` },
    { name: "mails, several to be sent", as: "organiser", path: `${desk}/mails/batch?deed=send&all=1` },
    { name: "mails, several to be held", as: "organiser", path: `${desk}/mails/batch?deed=hold&all=1` },
    { name: "the log", as: "organiser", path: `${desk}/audit` },
    { name: "the log of the set-up", as: "organiser", path: `${desk}/audit?part=settings` },
    { name: "the log, nothing", as: "organiser", path: `${desk}/audit?q=nobody` },
    { name: "all about one address", as: "organiser", path: mailbox },
    { name: "the jobs", as: "admin", path: "/desk/jobs" },
    { name: "the log of the installation", as: "admin", path: "/desk/audit" },
    { name: "the log of the installation, nothing", as: "admin", path: "/desk/audit?q=nobody" },
    { name: "team", as: "organiser", path: `${desk}/settings/team` },
    { name: "team, inviting", as: "organiser", path: `${desk}/settings/team/new?as=door` },
    { name: "team, inviting everywhere", as: "admin", path: `${desk}/settings/team/new` },
    { name: "team, inviting nobody", as: "organiser", steps: (page) => unfilled(page, `${desk}/settings/team/new`, "input[type=text]"), status: 422 },
    { name: "team, one who is invited", as: "organiser", path: invited },
    { name: "team, one who is invited, for an admin", as: "admin", path: invited },
    { name: "team, oneself", as: "organiser", steps: (page) => followed(page, `${desk}/settings/team`, "Miriam Osterholz") },
    { name: "partners", as: "organiser", path: `${desk}/settings/partners` },
    { name: "partners of nobody yet", as: "organiser", path: "/regio/desk/settings/partners" },
    { name: "partners, a new one", as: "organiser", path: `${desk}/settings/partners/new` },
    { name: "partners, one", as: "organiser", steps: (page) => followed(page, `${desk}/settings/partners`, "OstWestfalenLippe GmbH") },
    { name: "sessions", as: "organiser", path: `${desk}/sessions` },
    { name: "sessions, a new one", as: "organiser", path: `${desk}/sessions/new` },
    { name: "sessions, one of nothing", as: "organiser", steps: (page) => unfilled(page, `${desk}/sessions/new`, "#title-de"), status: 422 },
    { name: "speakers", as: "organiser", path: `${desk}/speakers` },
    { name: "speakers, a new one", as: "organiser", path: `${desk}/speakers/new` },
    { name: "tracks", as: "organiser", path: `${desk}/tracks` },
    { name: "tracks, a new one", as: "organiser", path: `${desk}/tracks/new` },
    { name: "session types", as: "organiser", path: `${desk}/session-types` },
    { name: "session types, a new one", as: "organiser", path: `${desk}/session-types/new` },
    { name: "releases", as: "organiser", path: `${desk}/releases` },
    { name: "changes of the programme", path: "/owl/programme/changes" },
    { name: "projects", path: "/owl/projects" },
    { name: "projects, nothing found", path: "/owl/projects?q=Rumpelstilzchen" },
    { name: "the plan of the halls", path: "/owl/projects/plan" },
    { name: "a project", steps: (page) => chosen(page, "/owl/projects", ".tiles a") },
    { name: "my workshops", path: `${my}/workshops` },
    { name: "what I judge", as: "reviewer", path: `${desk}/reviews` },
    { name: "judging", as: "reviewer", path: `${desk}/reviews/${judged}` },
    { name: "choosing", as: "organiser", path: `${desk}/review-board` },
    { name: "choosing, nothing yet", as: "organiser", path: "/regio/desk/review-board" },
    { name: "what reviewers gave", as: "organiser", path: `${desk}/review-board/${judged}` },
    { name: "the review's frame", as: "organiser", path: `${desk}/review-frame` },
    { name: "a phase of the review", as: "organiser", path: `${desk}/review-frame/phases/new` },
    { name: "a criterion of the review", as: "organiser", path: `${desk}/review-frame/criteria/new` },
    { name: "a team of the review", as: "organiser", path: `${desk}/review-frame/teams/new` },
    { name: "workshops at the desk", as: "organiser", path: `${desk}/bookings` },
    { name: "a workshop's door", as: "organiser", path: booked },
    { name: "projects at the desk", as: "organiser", path: `${desk}/projects` },
    { name: "projects at the desk, a new one", as: "organiser", path: `${desk}/projects/new` },
    { name: "halls and stands", as: "organiser", path: `${desk}/stands` },
    { name: "halls, a new one", as: "organiser", path: `${desk}/stands/halls/new` },
    { name: "stands, a new one", as: "organiser", path: `${desk}/stands/new` },
    { name: "my account", as: "organiser", path: "/desk/account" },
    { name: "my account, no name", as: "organiser", steps: (page) => unfilled(page, "/desk/account", "#name"), status: 422 },
    { name: "schedule", as: "admin", path: plan },
    { name: "schedule of nothing yet", as: "admin", path: "/regio/desk/schedule" },
    { name: "schedule, a slot", as: "admin", path: `${plan}?${planned}` },
    { name: "schedule, a new break", as: "admin", path: `${plan}?add=break` },
    { name: "schedule, a break without a title", as: "admin", steps: (page) => unfilled(page, `${plan}?add=break`, "#sitzung input[type=number]"), status: 422 },
    { name: "schedule, its rules", as: "admin", path: `${plan}/rules` },
    { name: "placing what is left", as: "admin", path: "/democon/desk/placing" },
    { name: "placing, nothing left", as: "organiser", path: `${desk}/placing` },
    { name: "sessions, from a table", as: "organiser", path: `${desk}/sessions/import` },
    { name: "schedule, the rules of a room", as: "admin", path: planRoom },
    { name: "making a congress", as: "admin", path: "/desk/congresses" },
    { name: "making a congress of nothing", as: "admin", steps: (page) => unfilled(page, "/desk/congresses"), status: 422 },
    { name: "overview of a draft", as: "organiser", path: "/herbst/desk" },
    { name: "ready to open, not yet", as: "organiser", path: draft },
    { name: "ready to open, open", as: "organiser", path: setup },
    { name: "basics", as: "organiser", path: `${setup}/basics` },
    { name: "no basics", as: "organiser", steps: (page) => unfilled(page, `${setup}/basics`, "input[type=text], input[type=datetime-local]"), status: 422 },
    { name: "deadlines", as: "organiser", path: `${setup}/deadlines` },
    { name: "venue", as: "organiser", path: `${setup}/venue` },
    { name: "venue, overtaken", as: "organiser", steps: (page) => overtaken(page, `${draft}/venue`, "name"), status: 409 },
    { name: "look", as: "organiser", path: `${setup}/look` },
    { name: "look, no colour", as: "organiser", steps: (page) => wrongColour(page, `${setup}/look`), status: 422 },
    { name: "sender", as: "organiser", path: `${setup}/sender` },
    { name: "who sells", as: "organiser", path: `${setup}/seller` },
    { name: "who sells, nothing filled in", as: "organiser", steps: (page) => unfilled(page, `${setup}/seller`, "input[type=text]"), status: 422 },
    ...Object.entries(first).flatMap(([kind, path]) => [
      { name: `${kind} in the set-up`, as: "organiser", path: `${setup}/${kind}` },
      { name: `no ${kind} yet`, as: "organiser", path: `${draft}/${kind}` },
      { name: `one of the ${kind}`, as: "organiser", path },
      { name: `${kind}, a new one`, as: "organiser", path: `${setup}/${kind}/new` },
      { name: `${kind}, nothing filled in`, as: "organiser", steps: (page) => unfilled(page, path, "input[type=text], textarea"), status: 422 },
    ]),
    { name: "a text begun with gaps, as it will look", as: "organiser", steps: (page) => previewed(page, `${draft}/passages/new?as=imprint`) },
    { name: "not found in the office", as: "organiser", path: `${desk}/orders/000000`, status: 404 },
    { name: "not for the door", as: "door", path: `${desk}/mails`, status: 404 },
    { name: "the door", as: "door", path: "/owl/door" },
    { name: "the door, found by name", as: "door", path: "/owl/door?gate=main&q=oelde" },
    { name: "the door, nobody found", as: "door", path: "/owl/door?gate=main&q=Rumpelstilzchen" },
    { name: "come in", as: "door", path: verdicts.admitted },
    { name: "stop, used", as: "door", path: verdicts.refused },
    { name: "stop, no ticket", as: "door", path: verdicts.unknown },
    { name: "let in all the same", as: "door", path: verdicts.forced },
    { name: "let in all the same, without a reason", as: "door", steps: (page) => withoutReason(page, verdicts.refused), status: 422 },
    { name: "stop, on the scanner's page", as: "door", script: true, steps: typed },
    { name: "not found at the door", as: "door", path: "/owl/door?gate=hinten", status: 404 },
  ];
  return pages.map((page) => ({ as: "guest", steps: (window) => window.goto(page.path), ...page, session: sessions[page.as] }));
}

/**
 * Walks the tour in windows of one kind (see `open`), one for each role, and calls `look(window, page)` on each page.
 * Without JavaScript, pages that need it are left out.
 */
export async function walk(browser, site, pages, options, look) {
  const windows = {};
  try {
    for (const page of pages.filter((page) => !page.script || options.script !== false)) {
      const window = (windows[page.as] ??= await open(browser, site, { ...options, session: page.session }));
      await page.steps(window);
      assert.equal(window.lastDocument.status(), page.status ?? 200, `${page.name}: ${window.url()}`);
      await look(window, page);
    }
  } finally {
    await Promise.all(Object.values(windows).map((window) => window.context().close()));
  }
}

async function post(site, request, path, form) {
  const answer = await request.post(site.url + path, { form, headers: { Origin: site.url }, maxRedirects: 0 });
  if (answer.status() >= 400) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
}

/** Lists of guests, as they are pasted. */
const GUESTS = "Vorname\tNachname\tE-Mail\tBehörde\tTicket\nHildegard\tvon Oeynhausen-Schulte\thildegard@netz-fuer-alle.example\tInitiative Netz für alle, Detmold\tonline\nNgọc Anh\tTrần\tna.tran@lemgo.example\t\tonline\n";
const FAULTY = "Wer\tE-Mail\tTicket\nPetra Kemper\tkemper.delbrueck.example\tonline\n\tniemand@lemgo.example\tLoge\n";

/** Cells from the clipboard, handed in. */
async function pasted(window, path, cells) {
  await window.goto(path);
  await window.locator("textarea[name=pasted]").fill(cells);
  await window.locator("main .kern-btn--primary[type=submit]").click();
  await window.waitForURL(/\/imports\/[^/]+$/);
}

/** People from the clipboard, in the form in which staff order. */
async function pastedVouchers(page, path) {
  await page.goto(path);
  await page.locator("[name=pasted]").fill("Code;Nutzungen;Wirkung;Wert\nGAST-2027;2;Prozent;25\nx;viele;Rabatt;");
  await page.locator("main form button[type=submit]").click();
  await page.locator("#refused").waitFor();
}

async function pastedPeople(window, path) {
  await window.goto(path);
  await window.locator("details summary").filter({ has: window.locator("xpath=../self::details[.//textarea[@name='paste']]") }).click();
  await window.locator("textarea[name=paste]").fill("Lea Nolte <l.nolte@stadt.example>; Alte Hansestadt Lemgo\nvon der Oelde-Störmann, Wiebke-Charlotte\n");
  await window.locator("button[name=action][value=paste]").click();
  await window.locator("input[name=family-2]").waitFor();
}

/** A form that somebody else saved while it was open. */
async function overtaken(window, path, name) {
  await window.goto(path);
  const field = window.locator(`main [name=${name}]`);
  const form = await field.evaluate((element) => Object.fromEntries(new FormData(element.form)));
  const answer = await window.context().request.post(path, {
    form: { ...form, [name]: `Bürgerhaus am Markt ${randomUUID().slice(0, 4)}` },
    headers: { Origin: new URL(window.url()).origin },
    maxRedirects: 0,
  });
  assert.equal(answer.status(), 303, path);
  await field.fill("Schützenhalle");
  await window.locator("main .kern-btn--primary[type=submit]").click();
  await window.locator("#seen-title").waitFor();
}

async function wrongColour(window, path) {
  await window.goto(path);
  await window.locator("input[name=accent]").fill("gelb");
  await window.locator("main .kern-btn--primary[type=submit]").click();
  await window.locator("#accent-error").waitFor();
}

async function previewed(window, path) {
  await window.goto(path);
  await window.locator("button[name=action][value=preview]").click();
  await window.locator("#preview").waitFor();
}

/** A form that comes back because nothing is in it. */
async function unfilled(window, path, clear = "textarea") {
  await window.goto(path);
  for (const field of await window.locator("main").locator(clear).all()) await field.fill("");
  await window.locator("main form").filter({ has: window.locator(".kern-btn--primary[type=submit]") }).locator(".kern-btn--primary[type=submit]").click();
  await window.locator("#fehler").waitFor();
}

async function unlaid(window, path) {
  await window.goto(path);
  await window.locator("form[action$=slots] button[type=submit]").click();
  await window.locator("#fehler").waitFor();
}

async function wrongWeight(window, path) {
  await window.goto(path);
  await window.locator("#turn").fill("viel");
  await window.locator("button[name=step][value=look]").click();
  await window.locator("#fehler").waitFor();
}

/** Two forms, of which the second is sent after the first was saved. */
async function weighedByTwo(window, path) {
  await window.goto(path);
  const page = await window.context().newPage();
  await page.goto(path);
  const damping = await page.locator("#damping").inputValue();
  await page.locator("#damping").fill(damping === "7" ? "6" : "7");
  await page.locator("button[name=step][value=save]").click();
  await page.locator(".kern-alert--success").waitFor();
  await page.close();
  await window.locator("#turn").fill("21");
  await window.locator("button[name=step][value=save]").click();
  await window.locator("#seen-title").waitFor();
}

/** A list, and the page behind one of its lines. */
/** The page behind the first link of this kind. */
async function chosen(window, path, link) {
  await window.goto(path);
  await window.goto(await window.locator(link).first().getAttribute("href"));
}

/** What was marked on the device, with two at the same time. */
async function marked(window) {
  for (const n of [0, 1]) {
    await window.goto("/democon/programme");
    await window.locator("button.star[name=star]").nth(0).click();
    await window.locator("button.star[name=unstar]").nth(n).waitFor();
  }
  await window.goto("/democon/programme/mine");
}

async function followed(window, path, line) {
  await window.goto(path);
  await window.locator("main ul.row-list a").filter({ hasText: line }).first().click();
  await window.waitForURL(/\/[0-9a-f-]{36}$/);
}

async function unfilledRegistration(window) {
  await window.goto("/owl/tickets");
  for (const more of [1, 2]) {
    await window.locator("button[name=action][value=add]").click();
    await window.locator(`fieldset[data-attendee="${more + 1}"]`).waitFor();
  }
  await window.locator("button[name=action][value=place].kern-btn--primary").click();
  await window.locator("#fehler").waitFor();
}

async function wrongPassword(window) {
  await window.goto("/login");
  await window.locator("input[name=email]").fill("niemand@kongress.example");
  await window.locator("input[name=password]").fill("geraten");
  await window.locator("main .kern-btn--primary").click();
  await window.locator("#fehler").waitFor();
}

async function askForLink(window) {
  await window.goto("/login");
  await window.locator("input[name=email]").fill(`${randomUUID().slice(0, 8)}@kongress.example`);
  await window.locator("main .kern-btn--secondary").click();
  await window.waitForURL(/\/login\/link/);
}

async function withoutReason(window, verdict) {
  await window.goto(verdict);
  await window.locator("details summary").click();
  await window.locator("input[name=note]").evaluate((field) => (field.required = false));
  await window.locator("details form button").click();
  await window.locator("#note-error").waitFor();
}

async function typed(window) {
  await window.goto("/owl/door");
  await window.locator("#door-form input[name=ticket]").fill("kein Ticket");
  await window.locator("#door-form button").click();
  await window.locator("#verdict [role=alert]").waitFor();
}
