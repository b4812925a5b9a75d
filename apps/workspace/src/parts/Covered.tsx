import { words } from '../words/words.js';

/** A withheld name is covered, unit for unit, by this noncharacter. */
const COVER = /(\ufdd0+)/;

/** Words in which names may be covered. */
export const Covered = ({ text }: { readonly text: string }) => (
  <>
    {text.split(COVER).map((part, i) =>
      part.startsWith('\ufdd0') ? (
        // The parts of one text never move
        <span key={i} class="covered">
          {words.value.covered}
        </span>
      ) : (
        part
      ),
    )}
  </>
);

/** The same as plain text, for titles and labels. */
export const uncoveredText = (text: string): string => text.replace(/\ufdd0+/g, `[${words.value.covered}]`);
