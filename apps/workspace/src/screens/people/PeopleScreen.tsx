export const PeopleScreen = (_: { readonly id: string }) => null;
