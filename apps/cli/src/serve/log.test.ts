import { describe, expect, it } from 'vitest';
import type { Terminal } from '../terminal.js';
import { serverLog } from './log.js';

const written = (form: 'text' | 'json', debug: boolean, use: (log: ReturnType<typeof serverLog>) => void): string => {
  let text = '';
  const err = (some: string) => {
    text += some;
  };
  use(serverLog(form, { err } as Terminal, debug));
  return text;
};

// An error's message may quote the report that it stumbled over.
const slip = new SyntaxError('Unexpected token in "قتل المواطن"');

describe('the log of a server', () => {
  it('is a JSON object a line, a request with what it was and how long it took', () => {
    const text = written('json', false, (log) => {
      log.told('serving');
      log.seen({ operation: 'search', method: 'GET', status: 200, ms: 12.3456 });
    });
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { level: 'info', program: 'isnad', msg: 'serving' },
      { level: 'info', operation: 'search', method: 'GET', status: 200, ms: 12.3, msg: 'request' },
    ]);
    expect(lines[0]!.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it.each(['text', 'json'] as const)('in %s says where the program slipped, and none of the words', (form) => {
    const text = written(form, false, (log) => log.slip(slip));
    expect(text).toContain('SyntaxError');
    expect(text).toContain('log.test.ts');
    expect(text).not.toMatch(/قتل|Unexpected token/);
  });

  it('gives the message to a person who asks for it', () => {
    expect(written('text', true, (log) => log.slip(slip))).toContain('قتل');
  });

  it('takes whatever was thrown', () => {
    expect(written('json', false, (log) => log.slip('قتل'))).not.toContain('قتل');
    expect(written('text', false, (log) => log.slip(undefined))).toContain('undefined');
  });
});
