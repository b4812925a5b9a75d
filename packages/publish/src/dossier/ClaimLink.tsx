import { anchor, type DossierCase } from './dossierCase.js';

/** `3.12`: report 3, claim 12; a link where the dossier shows the report's text. */
export const ClaimLink = ({ of, id }: { readonly of: DossierCase; readonly id: string }) => {
  const claim = of.claims.get(id);
  if (!claim) return null;
  const text = `${of.reportNumber.get(claim.report)}.${of.claimNumber.get(id)}`;
  return of.isCompact ? (
    <bdi class="claim-ref">{text}</bdi>
  ) : (
    <a class="claim-ref" href={`#${anchor('claim', id)}`} dir="ltr">
      {text}
    </a>
  );
};
