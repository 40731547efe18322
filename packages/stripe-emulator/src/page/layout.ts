import type { FastifyReply } from 'fastify';
import { type Html, html } from './html.ts';
import { stylesheet } from './stylesheet.ts';

/** Sends a whole page. Nothing may be loaded from anywhere and no script runs. */
export function sendPage(reply: FastifyReply, status: number, title: string, main: Html): FastifyReply {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Test payment</title>
<link rel="icon" href="data:,">
<style>${stylesheet}</style>
</head>
<body>
<header class="notice"><strong>Test payment.</strong> This page stands in for Stripe; no money moves.</header>
<main>
${main}
</main>
</body>
</html>
`;
  return reply
    .code(status)
    .headers({
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    .type('text/html; charset=utf-8')
    .send(page.text);
}
