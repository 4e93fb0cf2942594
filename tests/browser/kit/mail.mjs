// A real SMTP server that takes everything and keeps it, but for addresses that it is told to refuse.

import { once } from "node:events";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export async function startMailServer() {
  const mails = [];
  const waiting = new Set();
  const refused = new Set();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onRcptTo({ address }, session, done) {
      if (!refused.has(address)) return done();
      done(Object.assign(new Error(`5.1.1 <${address}>: Recipient address rejected: User unknown`), { responseCode: 550 }));
    },
    async onData(stream, session, done) {
      try {
        const mail = await simpleParser(stream);
        mails.push({ ...mail, recipients: session.envelope.rcptTo.map((to) => to.address) });
        done();
        waiting.forEach((look) => look());
      } catch (error) {
        done(error);
      }
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");

  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    /** From now on there is no such mailbox. */
    refuse: (address) => refused.add(address),
    /** All mails to an address, in the order in which they came. */
    to: (address) => mails.filter((mail) => mail.recipients.includes(address)),
    /** Waits for the n-th mail to an address. */
    async get(address, n = 1, patience = 30_000) {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(look);
          const got = mails.map((mail) => `${mail.recipients}: ${mail.subject}`).join("\n");
          reject(new Error(`mail ${n} to ${address} did not come; there are\n${got}`));
        }, patience);
        const look = () => {
          const mail = mails.filter((mail) => mail.recipients.includes(address))[n - 1];
          if (!mail) return;
          clearTimeout(late);
          waiting.delete(look);
          resolve(mail);
        };
        waiting.add(look);
        look();
      });
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The first link in a mail whose address contains `part`. */
export function link(mail, part) {
  const found = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href.replaceAll("&amp;", "&")).find((href) => href.includes(part));
  if (!found) throw new Error(`no link with ${part} in "${mail.subject}":\n${mail.html}`);
  return found;
}

/** An attachment by its type. */
export function attachment(mail, type) {
  const found = mail.attachments.find((attachment) => attachment.contentType === type);
  if (!found) throw new Error(`no ${type} in "${mail.subject}", but ${mail.attachments.map((a) => a.contentType)}`);
  return found;
}
