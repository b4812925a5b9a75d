/** A text as people search it: without vowel marks and strokes, addresses and JSON escapes opened. */
export const asSearched = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    })
    .replace(/[\u064b-\u0652\u0640]/g, '');
