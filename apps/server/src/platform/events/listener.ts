import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { connectionConfig } from '../db/database.ts';

interface ListenerEvents {
  /** A notification arrived: channel and payload. */
  notification: [channel: string, payload: string];
  /** The connection is back after a loss; whatever was notified in between was missed. */
  gap: [];
}

/**
 * The one connection of a process that listens for PostgreSQL notifications.
 *
 * It reconnects by itself and says so (`gap`), because notifications sent meanwhile are gone for good.
 */
export class Listener extends EventEmitter<ListenerEvents> {
  readonly #url: string;
  readonly #channels: readonly string[];
  readonly #log: Logger;
  #client: pg.Client | undefined;
  #closed = false;

  constructor(url: string, channels: readonly string[], log: Logger) {
    super();
    this.#url = url;
    this.#channels = channels;
    this.#log = log;
    this.setMaxListeners(0);
  }

  async start(): Promise<void> {
    const client = new pg.Client(connectionConfig(this.#url, 'openmat-listener'));
    client.on('error', (error) => this.#log.warn({ err: error }, 'listener connection lost'));
    client.on('notification', ({ channel, payload }) => this.emit('notification', channel, payload ?? ''));
    await client.connect();
    for (const channel of this.#channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    this.#client = client;
    // Only a connection that stood starts the reconnecting, or every failed attempt would start another loop.
    client.on('end', () => void this.#reconnect());
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }

  async #reconnect(): Promise<void> {
    for (let wait = 100; !this.#closed; wait = Math.min(wait * 2, 5_000)) {
      await delay(wait);
      try {
        await this.start();
        this.emit('gap');
        return;
      } catch (error) {
        this.#log.warn({ err: error }, 'listener cannot reconnect yet');
      }
    }
  }
}
