import { Listr, type ListrTask, PRESET_TIMER } from 'listr2';
import type { Settings } from '../settings.ts';
import type { Mode } from './services.ts';
import type { StackSteps } from './stack-steps.ts';

/** The start as a list that shows its progress. The build of the web app needs no database, so both go on side by side. */
export function startTasks(steps: StackSteps, settings: Settings, mode: Mode): Listr {
  const database: ListrTask[] = [
    { title: 'PostgreSQL', enabled: !settings.databaseUrl, task: steps.startDatabase },
    { title: 'Migrations', task: steps.migrate },
    {
      title: 'Demo data (only into an empty database)',
      enabled: process.env.NODE_ENV !== 'production',
      skip: async () => (await steps.findAccounts()) !== 'none' && 'Demo data: not needed, the database is in use',
      task: steps.loadDemoData,
    },
  ];
  const groundwork: ListrTask[] = [
    group('Database', database),
    {
      title: 'Production build of the web app (again only when its sources change)',
      enabled: mode === 'built',
      skip: async () => (await steps.isWebBuilt()) && 'Production build of the web app: up to date',
      task: steps.buildWeb,
    },
  ];
  const services: ListrTask[] = [
    { title: 'Stripe emulator', enabled: !settings.stripeSecretKey, task: steps.startStripe },
    { title: 'Mail inbox', enabled: !settings.smtpUrl, task: steps.startInbox },
    { title: 'API', task: steps.startApi },
    { title: 'Worker', task: steps.startWorker },
  ];
  return new Listr(
    [
      group('Groundwork', groundwork, { concurrent: true }),
      group('Services', services, { concurrent: true }),
      { title: 'Web app', task: steps.startWeb },
    ],
    {
      // Ctrl-C is ours: what has been started must be ended first.
      registerSignalListeners: false,
      rendererOptions: { timer: PRESET_TIMER, collapseSubtasks: false, collapseSkips: true, showErrorMessage: false },
      fallbackRendererOptions: { timer: PRESET_TIMER },
    },
  );
}

/** Says its order itself, because a list inside another takes over the other's options. */
function group(title: string, tasks: ListrTask[], { concurrent } = { concurrent: false }): ListrTask {
  return { title, task: (_, task) => task.newListr(tasks, { concurrent }) };
}
