import type { Database } from '#platform/db/database.ts';
import { findCaller } from './identity-store.ts';
import { deviceView, userView } from './identity-views.ts';

/** What one module knows about a member, under names of its own. */
export type MemberDataExporter = (db: Database, userId: string) => Promise<Record<string, unknown>>;

/**
 * Everything that is stored about a member.
 *
 * @param exporters those of the other modules
 */
export async function exportMemberData(
  db: Database,
  userId: string,
  exporters: readonly MemberDataExporter[],
): Promise<Record<string, unknown>> {
  const parts = await Promise.all([exportIdentity, ...exporters].map((exporter) => exporter(db, userId)));
  return Object.assign({ exportedAt: Temporal.Now.instant().toString() }, ...parts);
}

/** Profile and devices, also those that have ended. */
const exportIdentity: MemberDataExporter = async (db, userId) => {
  const user = await findCaller(db, userId);
  const devices = await db
    .selectFrom('refreshFamilies')
    .selectAll()
    .where('userId', '=', userId)
    .orderBy('id', 'desc')
    .execute();
  return {
    profile: { ...userView(user), checkInCode: user.checkInCode },
    devices: devices.map((family) => deviceView(family)),
  };
};
