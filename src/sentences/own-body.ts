/** How a body calls itself: 我局, 本单位, 我校, 本街道. The place that it is of (本市, 我县) is another thing. */
export const OWN_BODY =
  '[我本](?:单位|部门|中心|街道(?!办)|街道办事处|办事处|学[校院]|医院|法院|检察院|幼儿园|[局委办厅站院校馆所队园会处社](?!员|长|务|级))';
