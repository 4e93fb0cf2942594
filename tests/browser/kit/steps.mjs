// What several tests do on the way to what they are about.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { link } from "./mail.mjs";

/** Fills in the registration form for one person, in German. */
export async function fillIn(page, { name, email, organisation = "", ticket = "on-site-public" }) {
  await page.getByRole("radio", { name: /^Öffentliche Stelle/ }).check();
  await page.getByLabel("Organisation").fill(organisation);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("region", { name: "2. Wer meldet an?" }).getByLabel("E-Mail", { exact: true }).fill(email);
  await page.getByLabel("Ich nehme selbst teil und bin Person 1").check();
  await page.getByRole("group", { name: "Person 1" }).getByLabel("Ticket").selectOption(ticket);
  await page.getByRole("checkbox", { name: /Datenschutz/ }).check();
}

/** Places an order as a browser without JavaScript does, and gives the answer. Each person: given, family, email, ticket. */
export async function sendOrder(site, request, people, language = "de") {
  const form = { placement: randomUUID(), buyer: "public_body", organisation: "Kreis Höxter", terms: "on", action: "place" };
  const [first] = people;
  Object.assign(form, { "buyer-name": `${first.given} ${first.family}`, "buyer-email": first.email });
  people.forEach(({ given, family, email, ticket = "on-site-public" }, at) => {
    Object.assign(form, { [`given-${at + 1}`]: given, [`family-${at + 1}`]: family, [`email-${at + 1}`]: email });
    Object.assign(form, { [`category-${at + 1}`]: ticket, [`language-${at + 1}`]: language });
  });
  const path = `/owl/tickets?language=${language}`;
  const answer = await request.post(site.url + path, { form, headers: { Origin: site.url }, maxRedirects: 0 });
  assert.equal(answer.status(), 303, await answer.text());
  return answer;
}

/** The same, and waits for its mails: what came of it. */
export async function placeOrder(site, request, people, language = "de") {
  const answer = await sendOrder(site, request, people, language);
  const mails = await Promise.all(people.map(({ email }) => site.mails.get(email)));
  return {
    /** The page of the order. */
    path: new URL(answer.headers().location, site.url).pathname,
    code: /\/orders\/([^/]+)/.exec(answer.headers().location)[1],
    /** The page of each person. */
    my: mails.map((mail) => new URL(link(mail, "/my/")).pathname),
    mails,
  };
}

/** The number of a ticket, from the order's page. */
export const NUMBER = /\b[0-9A-Z]{6}-[0-9]+[0-9A-Z]\b/;

/** Joins the network by the link that is sent to the address of a ticket; `mails` were sent there before. Gives the path. */
export async function joinNetwork(site, request, { my, email, mails }, { given, family, ...more }) {
  const path = await askIntoNetwork(site, request, { my, email, mails });
  const form = { given, family, job: "IT-Leitung", reach: "message", agree: "on", ...more };
  const answer = await request.post(site.url + path, { form, headers: { Origin: site.url }, maxRedirects: 0 });
  assert.equal(answer.status(), 303, await answer.text());
}

/** Has the way into the network sent to the address of a ticket; `mails` were sent there before. */
export async function askIntoNetwork(site, request, { my, email, mails }) {
  await request.post(`${site.url}${my}/network`, { form: {}, headers: { Origin: site.url }, maxRedirects: 0 });
  return new URL(link(await site.mails.get(email, mails + 1), "/entrance/")).pathname;
}
