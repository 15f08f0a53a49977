/** Each kind of page; of kinds that are long in a full booklet, a shorter one. */
export const KINDS = [
  'index.html',
  'search/index.html',
  'demo-bureau/index.html',
  'demo-bureau/2023/index.html',
  'demo-bureau/2023/overview/index.html',
  'demo-bureau/2023/explanations/index.html',
  'demo-bureau/2023/glossary/index.html',
  'demo-bureau/2023/tables/index.html',
  'demo-bureau/2023/figures/class-208/index.html',
  'demo-bureau/2023/compare/index.html',
  'demo-bureau/2023/checks/index.html',
  'changji-sme/2023/index.html',
  'changji-sme/2023/tables/index.html',
  'changji-sme/2023/checks/index.html',
  'changji-sme/2023/figures/index.html',
  'changji-sme/2023/print/index.html',
] as const;
