import type { Toll, TollPoint } from '@isnad/model';
import { Arrow } from './Chain.js';
import { ClaimLink } from './ClaimLink.js';
import { dateInWords } from './dates.js';
import { anchor, type DossierCase } from './dossierCase.js';
import { Both, both, Composed, Count, Say } from './Said.js';
import { Scroll } from './Scroll.js';
import { Section } from './Section.js';
import { ShownOnly } from './ShownOnly.js';
import { hasCourse, TollSteps } from './TollSteps.js';
import { countOf, flattened, type TollNode, tollTree } from './tollTree.js';
import { MOST } from './weightiest.js';

const Value = ({ point }: { readonly point: TollPoint }) => (
  <>
    {point.approximate && (
      <>
        <Say of="about" />{' '}
      </>
    )}
    <Count low={point.min} high={point.max} />
  </>
);

/** Counts of which each replaced the one before, without a day for each. */
const Values = ({ points }: { readonly points: readonly TollPoint[] }) =>
  points.length < 2 ? null : (
    <p class="values">
      {points.map((point, i) => (
        <>
          {i > 0 && <Arrow forward />}
          <Value key={point.claim} point={point} />
        </>
      ))}
    </p>
  );

const Window = ({ toll }: { readonly toll: Toll }) => {
  if (toll.from === null && toll.to === null) return <Say of="windowUnknown" />;
  const edtf = toll.from === null ? `../${toll.to}` : toll.to === null ? `${toll.from}/..` : `${toll.from}/${toll.to}`;
  return <Both {...dateInWords(edtf)} />;
};

const Bars = ({ of, node }: { readonly of: DossierCase; readonly node: TollNode }) => {
  const whole = Math.max(1, ...flattened(node).map(({ node: { latest } }) => countOf(latest)));
  return (
    <ul class="bars">
      {flattened(node).map(({ node: { toll, latest }, depth }) => (
        <li key={toll.id} class={`bar depth-${Math.min(depth, 2)}`}>
          <span class="bar-name">
            {depth > 0 && (
              <i>
                <Say of="ofWhom" />{' '}
              </i>
            )}
            <Both {...of.name.group(toll.group)} />
          </span>
          <span class="bar-track">
            <span class="bar-fill" style={`inline-size:${((countOf(latest) / whole) * 100).toFixed(1)}%`} />
          </span>
          <span class="bar-value">
            <Value point={latest} />
          </span>
        </li>
      ))}
    </ul>
  );
};

const Table = ({ of, node }: { readonly of: DossierCase; readonly node: TollNode }) => (
  <details class="evidence">
    <summary>
      <Say of="figuresTable" />
    </summary>
    <Scroll labelledBy={`${anchor('toll', node.toll.id)}-name`}>
      <table>
        <thead>
          <tr>
            {(['series', 'window', 'day', 'value', 'claim'] as const).map((head) => (
              <th key={head} scope="col">
                <Say of={head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {flattened(node).flatMap(({ node: { toll } }) =>
            toll.points.map((point) => (
              <tr key={`${toll.id} ${point.claim}`}>
                <th scope="row">
                  <Both {...of.name.group(toll.group)} />
                </th>
                <td>
                  <Window toll={toll} />
                </td>
                <td>
                  <Both {...dateInWords(point.as_of)} />
                </td>
                <td>
                  <Value point={point} />
                </td>
                <td>
                  <ClaimLink of={of} id={point.claim} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Scroll>
  </details>
);

const TollFigure = ({ of, node }: { readonly of: DossierCase; readonly node: TollNode }) => {
  const { toll, latest } = node;
  const id = anchor('toll', toll.id);
  return (
    <figure id={id} class="toll" tabIndex={-1}>
      <figcaption>
        <h3 id={`${id}-name`}>
          <Both {...of.name.measure(toll.measure)} />: <Both {...of.name.group(toll.group)} />
        </h3>
        <p class="line">
          <span>
            <Say of="accordingTo" /> <Both {...of.name.source(toll.source)} />
          </span>
          <span>
            <Window toll={toll} />
          </span>
          {toll.area !== null && (
            <span>
              <Composed {...of.name.placeOf(toll.area)} />
            </span>
          )}
        </p>
        <p class="toll-value">
          <Value point={latest} />
        </p>
      </figcaption>
      {hasCourse(node) ? (
        <TollSteps node={node} title={both(of.name.group(toll.group))} />
      ) : (
        <Values points={toll.points} />
      )}
      {node.parts.length > 0 && <Bars of={of} node={node} />}
      <Table of={of} node={node} />
    </figure>
  );
};

const Singles = ({ of, nodes }: { readonly of: DossierCase; readonly nodes: readonly TollNode[] }) => (
  <Scroll labelledBy="singles-title">
    <h3 id="singles-title">
      <Say of="singleTolls" />
    </h3>
    <table>
      <thead>
        <tr>
          {(['value', 'measure', 'source', 'window', 'area', 'claim'] as const).map((head) => (
            <th key={head} scope="col">
              <Say of={head} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ toll, latest }) => (
          <tr key={toll.id} id={anchor('toll', toll.id)}>
            <td class="single">
              <Value point={latest} />
            </td>
            <th scope="row">
              <Both {...of.name.measure(toll.measure)} /> · <Both {...of.name.group(toll.group)} />
            </th>
            <td>
              <Both {...of.name.source(toll.source)} />
            </td>
            <td>
              <Window toll={toll} />
            </td>
            <td>{toll.area !== null && <Composed {...of.name.placeOf(toll.area)} />}</td>
            <td>
              <ClaimLink of={of} id={latest.claim} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

/** Running tolls: a figure for each series that has a course or parts, a table of the other counts. */
export const Tolls = ({ of }: { readonly of: DossierCase }) => {
  const tree = tollTree(of.published.record.tolls);
  const isSingle = ({ toll, parts }: TollNode) => toll.points.length === 1 && parts.length === 0;
  const figures = tree.filter((node) => !isSingle(node)).slice(0, MOST.figures);
  const singles = tree.filter(isSingle).slice(0, MOST.rows);
  return (
    <Section id="tolls" title="tollsTitle" note="tollsNote">
      {tree.length === 0 && (
        <p class="aside">
          <Say of="none" />
        </p>
      )}
      <ShownOnly shown={figures.length + singles.length} all={tree.length} file="tolls.csv" />
      <div class="toll-list">
        {figures.map((node) => (
          <TollFigure key={node.toll.id} of={of} node={node} />
        ))}
      </div>
      {singles.length > 0 && <Singles of={of} nodes={singles} />}
    </Section>
  );
};
