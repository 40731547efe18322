import { tailFile } from '../tail-file.ts';

/** Something that runs beside this process until it is stopped. */
export interface Component {
  title: string;
  pid: number;
  /** Settles when it has ended, with how: `exited with code 1`. */
  exited: Promise<string>;
  logFile: string;
  stop(): Promise<void>;
}

/** What a start needs to know of its surroundings. */
export interface StartContext {
  /** Aborts when the start is to be given up. */
  signal: AbortSignal;
  /** Remembers a process, in case this one is killed before it can end it. */
  record(pid: number): Promise<void>;
}

/** A component that ended by itself, or never got ready. */
export class ComponentFailure extends Error {
  /** The message, and what the component said last. */
  readonly report: string;

  constructor(message: string, report: string) {
    super(message);
    this.report = report;
  }

  static async of({ title, logFile }: Pick<Component, 'title' | 'logFile'>, what: string): Promise<ComponentFailure> {
    const message = `${title.charAt(0).toUpperCase()}${title.slice(1)} ${what}.`;
    return new ComponentFailure(message, `${message} Its log, ${logFile}, ends with:\n\n${await tailFile(logFile)}`);
  }
}

/** The components that belong together: they start one after the other, and end in the reverse order. */
export class Stack {
  readonly #components: Component[] = [];
  readonly #running = new Set<Promise<unknown>>();
  readonly #giveUp = new AbortController();
  readonly #failed = Promise.withResolvers<ComponentFailure>();
  readonly #record: StartContext['record'];
  #stopping: Promise<void> | undefined;

  constructor(record: StartContext['record']) {
    this.#record = record;
  }

  /** Whether there was anything to stop. */
  get hasStarted(): boolean {
    return this.#components.length > 0;
  }

  /** Settles with the first component that ends by itself. */
  get failed(): Promise<ComponentFailure> {
    return this.#failed.promise;
  }

  /** Starts a component. */
  async start<C extends Component>(start: (context: StartContext) => Promise<C>): Promise<C> {
    return await this.run(async (context) => {
      const component = await start(context);
      this.#components.push(component);
      void this.#watch(component);
      return component;
    });
  }

  /** Takes a step that `stop` waits for, so that nothing it starts can slip through. */
  async run<T>(step: (context: StartContext) => Promise<T>): Promise<T> {
    const { signal } = this.#giveUp;
    signal.throwIfAborted();
    const running = step({ signal, record: this.#record });
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Gives up what is starting and ends what runs, the last started first. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    this.#giveUp.abort(new Error('The start was given up.'));
    await Promise.allSettled(this.#running);
    for (const component of this.#components.reverse()) await component.stop();
  }

  async #watch(component: Component): Promise<void> {
    const how = await component.exited;
    if (!this.#stopping) this.#failed.resolve(await ComponentFailure.of(component, how));
  }
}
