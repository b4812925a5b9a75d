export const PublishScreen = (_: { readonly id: string }) => null;
