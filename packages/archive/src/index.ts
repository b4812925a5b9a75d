/** Bytes to documents: one folder an input form, encodings, sidecars. */
export {};
