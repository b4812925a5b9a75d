/** A record to what people read: the dossier, tables, GeoJSON, manifest. */
export {};
