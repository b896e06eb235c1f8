import { randomInt } from "node:crypto";

/** A made-up guardian, new in every run. */
export interface MadeUpGuardian {
  name: string;
  nationalId: string;
  email: string;
  mobile: string;
}

/** A made-up child in a made-up class of a real school. */
export interface MadeUpChild {
  name: string;
  nationalId: string;
  level: "ELEMENTARY" | "JUNIOR_HIGH";
  schoolCode: string;
  schoolName: string;
  grade: string;
  birthDate: string;
  /** The logins of the school's people. */
  registrar: string;
  teacher: string;
}

export interface Family {
  guardian: MadeUpGuardian;
  younger: MadeUpChild;
  elder: MadeUpChild;
}

const surnames = "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴徐周葉蘇莊呂江何羅高潘簡朱鍾彭游詹胡施沈余";
const givenNames = "承宥品柏若冠思芯哲詠靖秉于家語子楷芷博庭彥詩宇可景語沛宸睿靖欣凱佳恩羽安樂晴晨";

/** A father and his two children, of different levels, whom nobody has seen before. */
export function inventFamily(): Family {
  const surname = pick(surnames);
  const run = randomInt(2 ** 40).toString(36);
  return {
    guardian: {
      name: `${surname}${pick(givenNames)}${pick(givenNames)}`,
      nationalId: inventNationalId(),
      email: `demo.${run}@campus.example`,
      mobile: `09${String(randomInt(10 ** 8)).padStart(8, "0")}`,
    },
    younger: {
      name: `${surname}小${pick(givenNames)}`,
      nationalId: inventNationalId(),
      level: "ELEMENTARY",
      schoolCode: "403601",
      schoolName: "內湖國小",
      grade: "三年",
      birthDate: "2017/05/04",
      registrar: "registrar@campus.example",
      teacher: "teacher@campus.example",
    },
    elder: {
      name: `${surname}大${pick(givenNames)}`,
      nationalId: inventNationalId(),
      level: "JUNIOR_HIGH",
      schoolCode: "403501",
      schoolName: "內湖國中",
      grade: "八年",
      birthDate: "2012/11/23",
      registrar: "registrar2@campus.example",
      teacher: "teacher2@campus.example",
    },
  };
}

/** The numbers that letters stand for in a national ID's check sum, A to Z. */
const letterValues = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
];

/** A well-formed national ID of a man; whether it belongs to anybody is chance. */
export function inventNationalId(): string {
  const letter = randomInt(26);
  const digits = [1, ...Array.from({ length: 7 }, () => randomInt(10))];
  const value = letterValues[letter]!;
  const sum =
    Math.floor(value / 10) + (value % 10) * 9 + digits.reduce((sum, digit, at) => sum + digit * (8 - at), 0);
  return String.fromCharCode(65 + letter) + digits.join("") + ((10 - (sum % 10)) % 10);
}

function pick(characters: string): string {
  return [...characters][randomInt([...characters].length)]!;
}
