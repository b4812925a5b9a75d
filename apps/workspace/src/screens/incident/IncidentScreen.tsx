export const IncidentScreen = (_: { readonly id: string }) => null;
