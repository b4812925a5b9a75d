import type { Bilingual } from '@isnad/model';

/** Text inside a drawing, in both languages. */
export const Label = (props: {
  readonly x: number;
  readonly y: number;
  readonly class?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly text: Bilingual;
}) => (
  <>
    {(['ar', 'en'] as const).map((language) => (
      <text
        key={language}
        x={props.x}
        y={props.y}
        class={`t ${props.class ?? ''}`}
        lang={language}
        text-anchor={props.anchor ?? 'start'}
      >
        {props.text[language]}
      </text>
    ))}
  </>
);
