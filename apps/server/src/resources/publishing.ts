import { forms, standingPolicy } from '@isnad/publish';
import type { Handler } from '../http/handler.js';

export const publishing: Handler<'publishing'> = () => {
  const { delayDays, quoteWords, coarsenTo, measures, placeKinds, placeWords } = standingPolicy;
  const sensitive = (what: 'measure' | 'place-kind' | 'place-word', table: typeof measures) =>
    Object.entries(table).map(([id, name]) => ({ what, id, name }));
  return {
    policy: {
      delayDays,
      quoteWords,
      coarsenTo,
      sensitive: [
        ...sensitive('measure', measures),
        ...sensitive('place-kind', placeKinds),
        ...sensitive('place-word', placeWords),
      ],
    },
    forms: forms.map(({ id, about, ending }) => ({ id, about, ending })),
    exporting: false,
  };
};
