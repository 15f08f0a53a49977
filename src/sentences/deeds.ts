/** What comes in, and what is done of it: 受理 12860 件, 结案 12345 件. The one is no sum and no mean of the other. */
export const TAKEN_IN = /受理|收到|接到|接收|登记|立案|签[订约]|下达|安排|预算|报名|申请|征集|计划|到位/u;
export const DONE = /办结|办理|整改|答复|采纳|解决|支付|支出|使用|审结|执结|结案|录[用取]|兑现|完成|拨付/u;
