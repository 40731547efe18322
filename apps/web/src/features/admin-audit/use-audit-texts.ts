'use client';

import { useFormatter, useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useRuleText } from '#features/admin-series/use-rule-text.ts';
import { useStudioSettings } from '#features/admin-settings/use-studio-settings.ts';
import type { AuditRow } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';
import { type AuditLabel, type AuditValue, auditChanges } from './audit-value.ts';

/** Which recorded field names a thing that has no row of its own any more. */
const NAMING = new Set(['name', 'day', 'url', 'queue', 'fileName']);

/** Rows of the log in words: who did what, and every recorded value. */
export function useAuditTexts() {
  const t = useTranslations('adminAudit');
  const format = useFormatter();
  const locale = useLocale();
  const studioZone = useTimeZone() ?? 'UTC';
  const ruleText = useRuleText();
  const currency = useStudioSettings().data?.currency;
  const labelText = ({ name, at, timeZone }: AuditLabel): string =>
    at ? `${name}, ${format.dateTime(new Date(at), 'moment', { timeZone: timeZone ?? studioZone })}` : name;
  /** States and reasons are words of ours; names that people gave are not. */
  const wordText = (text: string): string => {
    const key = `words.${text}` as 'words.active';
    return /^[a-z_]+$/.test(text) && t.has(key) ? t(key) : text;
  };
  const valueText = (value: AuditValue, timeZone: string): string => {
    switch (value.kind) {
      case 'text':
        return wordText(value.text);
      case 'number':
        return format.number(value.number);
      case 'money':
        return formatMoney(value.minor, value.currency, locale);
      case 'rule':
        return ruleText(value.rule);
      case 'label':
        return labelText(value.label);
      case 'instant':
        return format.dateTime(new Date(value.at), 'momentOfYear', { timeZone });
      case 'day':
        return format.dateTime(new Date(`${value.day}T00:00:00Z`), 'date', { timeZone: 'UTC' });
      case 'list':
        return format.list(value.items.map((item) => valueText(item, timeZone)));
      default:
        return t(`values.${value.kind}`);
    }
  };
  /** The row's own zone: that of the session it is about, otherwise the studio's. */
  const zoneOf = ({ entityId, labels }: AuditRow): string => labels[entityId]?.timeZone ?? studioZone;
  const changesOf = (row: AuditRow) => auditChanges(row, currency);
  const subjectText = (row: AuditRow): string => {
    const label = row.labels[row.entityId];
    if (label) return labelText(label);
    const named = changesOf(row).find(({ field }) => NAMING.has(field));
    const value = named?.after ?? named?.before;
    return value ? valueText(value, zoneOf(row)) : t('unnamed');
  };
  const sentence = (row: AuditRow): string => {
    const [entity, verb] = row.action.split('.');
    const actor = row.actor.name ?? t(`roles.${row.actor.role}`);
    // `audit-verbs.test.ts` sees to it that there is one for everything that is recorded.
    return t(`actions.${entity}.${verb}` as 'actions.session.change', { actor, subject: subjectText(row) });
  };
  const fieldText = (field: string): string => {
    const key = `fields.${field}` as 'fields.name';
    return t.has(key) ? t(key) : field;
  };
  return { sentence, changesOf, fieldText, valueText, zoneOf };
}
