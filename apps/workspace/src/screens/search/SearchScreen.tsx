export const SearchScreen = (_: { readonly id: string }) => null;
