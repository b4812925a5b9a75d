/** Claims to a record: independence, incidents, tolls, control, disputes, chronology. */
export {};
