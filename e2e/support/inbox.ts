import { expect } from '@playwright/test';
import { inboxUrl } from './stack-settings.ts';

interface Mail {
  subject: string;
  text: string;
  to: { address: string }[];
}

/** The mails that somebody has got, the newest first; addresses are the test's own, so they are few. */
async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${inboxUrl()}/api/email?to.address=${encodeURIComponent(address)}`);
  if (!response.ok) throw new Error(`The inbox cannot be read: ${await response.text()}`);
  // The inbox has the oldest first.
  return ((await response.json()) as Mail[]).toReversed();
}

/** Waits for the mail with a link to a page of the web app, and takes the link out of it. */
export async function linkFromMail(address: string, page: string): Promise<string> {
  let link: string | undefined;
  const find = async () => {
    const texts = (await mailsTo(address)).map(({ text }) => text);
    link = texts.flatMap((text) => text.match(/https?:\/\/\S+/g) ?? []).find((url) => new URL(url).pathname === page);
    return link;
  };
  await expect.poll(find, { message: `a mail to ${address} with a link to ${page}`, timeout: 15_000 }).toBeDefined();
  return link ?? '';
}

/** What the newest mail to somebody is about. */
export async function newestSubject(address: string): Promise<string | undefined> {
  const [newest] = await mailsTo(address);
  return newest?.subject;
}
