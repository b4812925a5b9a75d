/** Sentences to claims: the frame engine and one file of words an event type. */
export {};
