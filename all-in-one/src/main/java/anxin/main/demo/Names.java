package anxin.main.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Invented names, neighbourhoods and sentences. Nobody here exists. */
final class Names {

    private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐",
            "孙",
            "马", "朱", "胡", "郭", "何", "高", "林", "罗");
    private static final List<String> OLD_GIVEN = List.of("秀兰", "桂英", "玉珍", "凤英", "淑芬", "建国", "德福", "永贵",
            "长顺",
            "素琴", "春梅", "志明", "福生", "月娥", "文山", "翠花");
    private static final List<String> MONGOLIAN = List.of("其木格", "乌云", "萨仁", "巴图", "娜仁", "图雅", "宝音", "苏和",
            "阿拉坦",
            "朝鲁", "斯琴", "高娃");
    private static final List<String> YOUNG_GIVEN = List.of("丽娜", "海燕", "晓东", "红梅", "志强", "雪莲", "小军", "佳慧",
            "永胜",
            "海霞");
    static final List<String> AREAS = List.of("可汗路一带", "文明街一带", "河畔小区一带", "东胜路一带", "牧民新村一带", "王府路一带");
    private static final List<String> MEDICAL = List.of("冠心病 支架", "高血压 糖尿病", "青霉素过敏", "慢阻肺 家用制氧", "帕金森",
            "髋关节置换", "");
    private static final List<String> DO_NOT = List.of("", "", "", "院里有狗", "敲门前先打电话", "不要搬动左臂");
    private static final List<List<String>> NEEDS = List.of(List.of(), List.of(), List.of("hearing"),
            List.of("wheelchair"), List.of("oxygen"), List.of("sight"), List.of("bed-bound"));

    private final RandomGenerator random;

    Names(RandomGenerator random) {
        this.random = random;
    }

    boolean mongolian() {
        return random.nextInt(10) < 4;
    }

    String elder(boolean mongolian) {
        return mongolian ? any(MONGOLIAN) : any(FAMILY) + any(OLD_GIVEN);
    }

    String younger(boolean mongolian) {
        return mongolian ? any(MONGOLIAN) : any(FAMILY) + any(YOUNG_GIVEN);
    }

    String medical() {
        return any(MEDICAL);
    }

    String doNot() {
        return any(DO_NOT);
    }

    List<String> needs() {
        return any(NEEDS);
    }

    /** A number of a range that belongs to nobody here: 199 0000 and four digits. */
    String phone() {
        return "1990000%04d".formatted(random.nextInt(10_000));
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
