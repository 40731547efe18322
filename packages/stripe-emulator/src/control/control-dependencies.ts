import type { ApiFaults } from '../api/api-faults.ts';
import type { WebhookControls } from '../webhooks/webhook-controls.ts';
import type { WebhookDispatcher } from '../webhooks/webhook-dispatcher.ts';

export interface ControlDependencies {
  controls: WebhookControls;
  faults: ApiFaults;
  dispatcher: WebhookDispatcher;
}
