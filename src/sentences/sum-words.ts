/** 共 where it adds up, as the source of a pattern: not 公共, 中共, 共享, 共同. */
export const TOGETHER = '(?<![中公])共(?![青产同享建和治创商管识])';
/** 总 where it tells a total, as the source of a pattern: not 总局, 总队, 总工会, 总体. */
export const IN_ALL = '总(?![局队站工务体结台裁理会部])';
