export const TollsScreen = (_: { readonly id: string }) => null;
