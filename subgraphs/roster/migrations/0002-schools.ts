import { migration } from "@campus-graph/kit/sql/migrations";

/** Schools of Taipei with the ministry's codes: reference data, the same in every city that runs. */
const schoolsByLevel = {
  ELEMENTARY: {
    "403601": "市立內湖國小",
    "333606": "市立金華國小",
    "343602": "市立中正國小",
    "403610": "市立文湖國小",
    "333601": "市立龍安國小",
    "333602": "市立大安國小",
    "353606": "市立東門國小",
    "363605": "市立雙蓮國小",
    "373609": "市立老松國小",
    "423603": "市立石牌國小",
  },
  JUNIOR_HIGH: {
    "403501": "市立內湖國中",
    "333505": "市立金華國中",
    "353505": "市立中正國中",
    "333502": "市立大安國中",
    "313505": "市立敦化國中",
    "413502": "市立蘭雅國中",
  },
  SENIOR_HIGH: {
    "353301": "市立建國中學",
    "353303": "市立北一女中",
    "403301": "市立內湖高中",
    "343301": "市立中山女中",
  },
  VOCATIONAL_HIGH: {
    "333401": "市立大安高工",
    "323401": "市立松山家商",
    "403401": "市立內湖高工",
    "413401": "市立士林高商",
  },
};

export const schools = migration("Roster0002Schools", [
  `insert into school (code, name, level) values ${Object.entries(schoolsByLevel)
    .flatMap(([level, names]) =>
      Object.entries(names).map(([code, name]) => `('${code}', '${name}', '${level}')`),
    )
    .join(", ")}`,
]);
