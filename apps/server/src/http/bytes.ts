/** What a file holds, as an answer takes it. */
export const bytesOf = (content: string | Uint8Array): string | ArrayBuffer =>
  typeof content === 'string' ? content : new Uint8Array(content).buffer;
