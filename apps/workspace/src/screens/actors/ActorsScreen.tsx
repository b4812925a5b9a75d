export const ActorsScreen = (_: { readonly id: string }) => null;
