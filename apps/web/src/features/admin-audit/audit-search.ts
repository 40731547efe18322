import type { paths } from '@openmat/api-client';
import {
  daysWindow,
  isDay,
  isId,
  isOneOf,
  type RawSearch,
  readSearch,
  type SearchRules,
  searchHref,
} from '#lib/navigation/search.ts';
import { auditVerbs, isAudited } from './audit-verbs.ts';

/** The role of whatever happens without anybody. */
export const SYSTEM = 'system';

export type AuditSearchName = 'actorId' | 'actorRole' | 'memberId' | 'entity' | 'action' | 'entityId' | 'from' | 'to';

/** What the log is narrowed down to, as it stands in the address. Days are days of the studio. */
export type AuditSearch = Partial<Record<AuditSearchName, string>>;

export type AuditQuery = NonNullable<paths['/api/v1/admin/audit']['get']['parameters']['query']>;

const rules: SearchRules<AuditSearchName> = {
  actorId: isId,
  actorRole: isOneOf([SYSTEM]),
  memberId: isId,
  entity: isAudited,
  action: (value) => {
    const [entity = '', verb = ''] = value.split('.');
    return isAudited(entity) && auditVerbs[entity].some((known) => known === verb);
  },
  entityId: (value) => value !== '' && value.length <= 100,
  from: isDay,
  to: isDay,
};

/** Reads the query of an address; what makes no sense is left out, also an action of another kind of thing. */
export function readAuditSearch(params: RawSearch): AuditSearch {
  const { action, ...search } = readSearch(rules, params);
  const fits = action && (!search.entity || action.startsWith(`${search.entity}.`));
  return fits ? { ...search, action } : search;
}

export const auditHref = (search: AuditSearch): string => searchHref('/admin/audit', search);

/** The same as query parameters of the API; the last day is included. */
export function auditQuery({ from, to, ...search }: AuditSearch, timeZone: string): AuditQuery {
  return {
    // `readAuditSearch` let nothing else in.
    ...(search as Partial<AuditQuery>),
    ...daysWindow({ from, to }, timeZone),
  };
}
