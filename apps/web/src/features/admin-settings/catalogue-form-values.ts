import type { CatalogueItem, CatalogueKind, CatalogueValues } from './catalogue-api.ts';

/** What the form of a class, a location or an instructor holds: texts. */
export interface ItemForm {
  name: string;
  description: string;
  cancellationCutoffMinutes: string;
  address: string;
  timeZone: string;
  bio: string;
}

export function itemForm(item: CatalogueItem | null): ItemForm {
  return {
    name: item?.name ?? '',
    description: item?.description ?? '',
    cancellationCutoffMinutes: item?.cancellationCutoffMinutes?.toString() ?? '',
    address: item?.address ?? '',
    timeZone: item?.timeZone ?? '',
    bio: item?.bio ?? '',
  };
}

/** The form for the API: the fields that the kind has. An empty time leaves it to the studio. */
export function itemValues(kind: CatalogueKind, form: ItemForm): CatalogueValues {
  const name = form.name.trim();
  switch (kind) {
    case 'classes': {
      const cutoff = form.cancellationCutoffMinutes.trim();
      return { name, description: form.description.trim(), cancellationCutoffMinutes: cutoff ? Number(cutoff) : null };
    }
    case 'locations':
      return { name, address: form.address.trim(), timeZone: form.timeZone.trim() };
    default:
      return { name, bio: form.bio.trim() };
  }
}
