import { isId, isOneOf, type RawSearch, readSearch, type SearchRules, searchHref } from '#lib/navigation/search.ts';

export type SeriesSearchName = 'state' | 'classId' | 'locationId' | 'instructorId';

/** Which series are listed, as it stands in the address. */
export type SeriesSearch = Partial<Record<SeriesSearchName, string>>;

const rules: SearchRules<SeriesSearchName> = {
  state: isOneOf(['going', 'ended']),
  classId: isId,
  locationId: isId,
  instructorId: isId,
};

/** Reads the query of an address; what makes no sense is left out. */
export const readSeriesSearch = (params: RawSearch): SeriesSearch => readSearch(rules, params);

export const seriesHref = (search: SeriesSearch): string => searchHref('/admin/sessions/series', search);

/** The list as query parameters of the API; those that go on, unless the others are asked for. */
export function seriesQuery({ state, classId, locationId, instructorId }: SeriesSearch) {
  return {
    going: state !== 'ended',
    ...(classId && { classId }),
    ...(locationId && { locationId }),
    ...(instructorId && { instructorId }),
    limit: 50,
  };
}
