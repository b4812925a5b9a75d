export const PlacesScreen = (_: { readonly id: string }) => null;
