'use client';

import { useTranslations } from 'next-intl';
import { Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import type { Consequences as Facts } from '#lib/api/types.ts';

type Person = Facts['people'][number];

const EFFECTS = ['place_lost', 'wait_ended', 'promoted', 'not_promoted', 'told'] as const;

/** What a change means before it is made: people by name, entries, money and e-mails. */
export function Consequences({ facts, sessionId }: { facts: Facts; sessionId?: string }) {
  const t = useTranslations('adminConsequences');
  const mail = useTranslations('adminMessages');
  const { people, peopleCount, effects, entriesReturned, entriesSpent, mails } = facts;
  return (
    <DefinitionList>
      <Definition term={t('people')}>
        <p>{t('peopleCount', { count: peopleCount })}</p>
        {EFFECTS.map((effect) => (
          <Group
            key={effect}
            effect={effect}
            count={effects.find((one) => one.effect === effect)?.count ?? 0}
            people={people.filter((one) => one.effect === effect)}
            {...{ sessionId }}
          />
        ))}
      </Definition>
      <Definition term={t('entries')}>
        {entriesReturned + entriesSpent === 0 && t('noEntries')}
        {entriesReturned > 0 && <p>{t('entriesReturned', { count: entriesReturned })}</p>}
        {entriesSpent > 0 && <p>{t('entriesSpent', { count: entriesSpent })}</p>}
      </Definition>
      <Definition term={t('money')}>{t('noMoney')}</Definition>
      <Definition term={t('mails')}>
        {mails.length === 0 && t('noMails')}
        {mails.map(({ kind, count }) => (
          <p key={kind}>{t('mailCount', { count, kind: mail(`kinds.${kind}`) })}</p>
        ))}
      </Definition>
    </DefinitionList>
  );
}

interface GroupProps {
  effect: Person['effect'];
  /** Members, also those who are not shown. */
  count: number;
  people: Person[];
  sessionId?: string | undefined;
}

function Group({ effect, count, people, sessionId }: GroupProps) {
  const t = useTranslations('adminConsequences');
  if (count === 0) return null;
  const more = count - new Set(people.map(({ userId }) => userId)).size;
  const note = (person: Person) => {
    if (person.reason) return t(`reasons.${person.reason}`);
    return sessionId && person.sessionId !== sessionId ? t('elsewhere') : null;
  };
  return (
    <div className="pt-2">
      <p className="font-semibold">{t(`effects.${effect}`, { count })}</p>
      <ul className="flex flex-wrap gap-x-3 text-muted text-sm">
        {people.map((person) => (
          <li key={`${person.userId} ${person.sessionId}`}>
            {person.sessionCount > 1 ? t('inSessions', { name: person.name, count: person.sessionCount }) : person.name}
            {note(person) && ` (${note(person)})`}
          </li>
        ))}
        {more > 0 && <li>{t('more', { count: more })}</li>}
      </ul>
    </div>
  );
}
