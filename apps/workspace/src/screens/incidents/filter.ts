import { FACETS, INCIDENT_ORDERS, type IncidentFilterInput, type IncidentOrder } from '@isnad/client';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filter that an address holds; what is not understood is left out. */
export const filterOf = (params: URLSearchParams): IncidentFilterInput => {
  const day = (name: string) => {
    const value = params.get(name) ?? '';
    return DAY.test(value) ? { [name]: value } : {};
  };
  const facets = FACETS.flatMap((name) => {
    const values = params.getAll(name);
    return values.length > 0 ? [[name, values] as const] : [];
  });
  const undated = params.get('undated');
  const [text, bbox] = [params.get('text') ?? '', params.get('bbox') ?? ''];
  return {
    ...Object.fromEntries(facets),
    ...day('from'),
    ...day('to'),
    ...(undated === 'only' || undated === 'without' || undated === 'with' ? { undated } : {}),
    ...(text === '' ? {} : { text }),
    ...(/^-?[\d.]+(,-?[\d.]+){3}$/.test(bbox) ? { bbox } : {}),
  };
};

export const sortOf = (params: URLSearchParams): IncidentOrder =>
  INCIDENT_ORDERS.find((sort) => sort === params.get('sort')) ?? 'date';

/** The filter without some of its parts: a map shows what lies beside it, a timeline what lies before and after. */
export const without = (
  filter: IncidentFilterInput,
  ...parts: readonly (keyof IncidentFilterInput)[]
): IncidentFilterInput =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !parts.some((part) => part === name)));

/** Query values that take every filter off. */
export const NO_FILTER: Readonly<Record<string, null>> = Object.fromEntries(
  [...FACETS, 'from', 'to', 'undated', 'text', 'bbox'].map((name) => [name, null]),
);
