/** A made-up child of the demo city. The national ID is well-formed and belongs to nobody we know of. */
export interface DemoStudent {
  seatNumber: number;
  name: string;
  nationalId: string;
  sex: "M" | "F";
  birthDate: string;
}

/** 內湖國小 二年一班: seats 27–30 and 36 are the class that the schools' own slides show. */
export const classTwoOne: readonly DemoStudent[] = [
  { seatNumber: 1, name: "丁宥廷", nationalId: "A122001173", sex: "M", birthDate: "2018-01-01" },
  { seatNumber: 2, name: "方品妤", nationalId: "F222008482", sex: "F", birthDate: "2018-06-08" },
  { seatNumber: 3, name: "王柏翰", nationalId: "B122015794", sex: "M", birthDate: "2018-11-15" },
  { seatNumber: 4, name: "江若彤", nationalId: "H222023105", sex: "F", birthDate: "2018-04-22" },
  { seatNumber: 5, name: "何冠霖", nationalId: "N122030415", sex: "M", birthDate: "2018-09-02" },
  { seatNumber: 6, name: "吳二貴", nationalId: "Q122037729", sex: "M", birthDate: "2018-02-09" },
  { seatNumber: 7, name: "吳三貴", nationalId: "A122045031", sex: "M", birthDate: "2018-07-16" },
  { seatNumber: 8, name: "呂思齊", nationalId: "F122052344", sex: "M", birthDate: "2018-12-23" },
  { seatNumber: 9, name: "李芯瑜", nationalId: "B222059654", sex: "F", birthDate: "2018-05-03" },
  { seatNumber: 10, name: "沈哲宇", nationalId: "H122066966", sex: "M", birthDate: "2018-10-10" },
  { seatNumber: 11, name: "周詠晴", nationalId: "N222074277", sex: "F", birthDate: "2018-03-17" },
  { seatNumber: 12, name: "邱靖雯", nationalId: "Q222081587", sex: "F", birthDate: "2018-08-24" },
  { seatNumber: 13, name: "柯秉叡", nationalId: "A122088894", sex: "M", birthDate: "2018-01-04" },
  { seatNumber: 14, name: "洪于涵", nationalId: "F222096204", sex: "F", birthDate: "2018-06-11" },
  { seatNumber: 15, name: "胡家豪", nationalId: "B122103511", sex: "M", birthDate: "2018-11-18" },
  { seatNumber: 16, name: "孫語彤", nationalId: "H222110827", sex: "F", birthDate: "2018-04-25" },
  { seatNumber: 17, name: "徐子淵", nationalId: "N122118138", sex: "M", birthDate: "2018-09-05" },
  { seatNumber: 18, name: "高楷恩", nationalId: "Q122125448", sex: "M", birthDate: "2018-02-12" },
  { seatNumber: 19, name: "張芷瑄", nationalId: "A222132755", sex: "F", birthDate: "2018-07-19" },
  { seatNumber: 20, name: "莊博宇", nationalId: "F122140063", sex: "M", birthDate: "2018-12-26" },
  { seatNumber: 21, name: "許庭瑜", nationalId: "B222147373", sex: "F", birthDate: "2018-05-06" },
  { seatNumber: 22, name: "郭彥廷", nationalId: "H122154685", sex: "M", birthDate: "2018-10-13" },
  { seatNumber: 23, name: "陳冠羽", nationalId: "N122161997", sex: "M", birthDate: "2018-03-20" },
  { seatNumber: 24, name: "彭詩涵", nationalId: "Q222169308", sex: "F", birthDate: "2018-08-27" },
  { seatNumber: 25, name: "黃宇辰", nationalId: "A122176611", sex: "M", birthDate: "2018-01-07" },
  { seatNumber: 26, name: "楊可晴", nationalId: "F222183926", sex: "F", birthDate: "2018-06-14" },
  { seatNumber: 27, name: "林承佑", nationalId: "B122191235", sex: "M", birthDate: "2018-11-21" },
  { seatNumber: 28, name: "曹景維", nationalId: "H122198543", sex: "M", birthDate: "2018-04-01" },
  { seatNumber: 29, name: "葛子墨", nationalId: "N122205850", sex: "M", birthDate: "2018-09-08" },
  { seatNumber: 30, name: "花語妍", nationalId: "Q222213169", sex: "F", birthDate: "2018-02-15" },
  { seatNumber: 36, name: "陳小花", nationalId: "A222220474", sex: "F", birthDate: "2018-07-22" },
];

/** 內湖國中 七年三班, where the elder children are. */
export const classSevenThree: readonly DemoStudent[] = [
  { seatNumber: 1, name: "王奕辰", nationalId: "F122227789", sex: "M", birthDate: "2013-01-01" },
  { seatNumber: 2, name: "吳大貴", nationalId: "B122235090", sex: "M", birthDate: "2013-06-08" },
  { seatNumber: 3, name: "李沛恩", nationalId: "H222242404", sex: "F", birthDate: "2013-11-15" },
  { seatNumber: 4, name: "林承恩", nationalId: "N122249718", sex: "M", birthDate: "2013-04-22" },
  { seatNumber: 5, name: "張宸睿", nationalId: "Q122257025", sex: "M", birthDate: "2013-09-02" },
  { seatNumber: 6, name: "陳思妤", nationalId: "A222264332", sex: "F", birthDate: "2013-02-09" },
  { seatNumber: 7, name: "黃靖庭", nationalId: "F122271643", sex: "M", birthDate: "2013-07-16" },
  { seatNumber: 8, name: "蔡欣穎", nationalId: "B222278953", sex: "F", birthDate: "2013-12-23" },
  { seatNumber: 9, name: "鄭凱文", nationalId: "H122286262", sex: "M", birthDate: "2013-05-03" },
  { seatNumber: 10, name: "謝佳蓉", nationalId: "N222293576", sex: "F", birthDate: "2013-10-10" },
];

/** The child of that name in the demo city. */
export function demoStudent(name: string): DemoStudent {
  const found = [...classTwoOne, ...classSevenThree].find((student) => student.name === name);
  if (!found) throw new Error(`The demo city has no child named ${name}.`);
  return found;
}
