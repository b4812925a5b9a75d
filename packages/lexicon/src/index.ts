/** What words mean, as data: actors, places, outlets, groups, measures; schema, loader, automaton. */
export {};
