import { type Outline, type Outliner, pages } from './message-outline.ts';

/** What concerns a member's account and who may use it. */
export const accountOutlines = {
  verify_email: link('verify_email'),
  reset_password: link('reset_password'),
  invitation: link('invitation'),
  welcome: () => ({ paragraphs: ['welcome.body', 'welcome.next'], target: pages.schedule }),
  new_device: notice('new_device', pages.devices),
  refresh_reused: notice('refresh_reused', pages.devices),
  password_changed: notice('password_changed', pages.forgotPassword),
  email_changed: notice('email_changed'),
} as const satisfies Record<string, Outliner>;

function link(kind: 'verify_email' | 'reset_password' | 'invitation'): Outliner {
  return (facts): Outline => {
    if (!facts.link) throw new Error(`${kind} without its link`);
    return { paragraphs: [`${kind}.body`, `${kind}.until`, `${kind}.otherwise`], target: facts.link.url };
  };
}

function notice(
  kind: 'new_device' | 'refresh_reused' | 'password_changed' | 'email_changed',
  target = pages.account,
): Outliner {
  return (): Outline => ({ paragraphs: [`${kind}.body`, `${kind}.otherwise`], facts: 'device', target });
}
