// Words of reasons and texts: no number and no name of a figure is among them.
export const CAUSES = [
  '人员调整',
  '任务增多',
  '设备更新',
  '进度放缓',
  '政策到位',
  '合同结清',
  '标准提高',
  '临时安排',
];
export const MATTERS = [
  '窗口服务',
  '档案整理',
  '业务培训',
  '设施维修',
  '专题调研',
  '现场核查',
  '系统升级',
  '宣传推广',
];
export const EFFECTS = ['相应变动', '比计划有所变化', '按实际列支', '与安排基本相符'];
