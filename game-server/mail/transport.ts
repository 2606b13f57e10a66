// Where a mail goes: to a mail server (smtp.ts), or into a folder when none is set (outbox.ts).

import type { RenderedMail } from "./render.ts";

export interface OutgoingMail extends RenderedMail {
  /** Of the job: the same each time it is tried. */
  readonly id: string;
  readonly kind: string;
  /** One address. */
  readonly to: string;
  /** When it was ordered. */
  readonly createdAt: Date;
}

export interface MailTransport {
  /** @throws Error when it was not delivered */
  deliver(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
}

/** What nodemailer makes a message of. @param from MAIL_FROM */
export function messageOf(mail: OutgoingMail, from: string) {
  const host = /@([^@>\s]+)>?\s*$/u.exec(from)?.[1] ?? "localhost";
  return {
    from,
    // As an object: a text would be taken apart, and might become several addresses.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.createdAt,
    // A mail server can tell by it that it has the mail already.
    messageId: `<${mail.id}@${host}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
