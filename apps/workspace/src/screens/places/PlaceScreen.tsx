export const PlaceScreen = (_: { readonly id: string }) => null;
