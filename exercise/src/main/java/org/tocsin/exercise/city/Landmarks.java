package org.tocsin.exercise.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Places with names: some in every station area, some once in the city. */
final class Landmarks {
  /** One sort of which every area has so many; {@code {n}} is the station's name. */
  private record Sort(String sort, String name, String said, int count) {}

  /** One place; the area is its station's code. */
  private record Single(String area, String sort, String name, String said) {}

  private static final List<Sort> EVERYWHERE =
      List.of(
          new Sort("学校", "{n}小学", "{n}那个小学", 1),
          new Sort("学校", "{n}中学", "", 1),
          new Sort("市场", "{n}菜市场", "{n}那个菜场", 1),
          new Sort("商场", "{n}购物广场", "{n}商场", 1),
          new Sort("公园", "{n}公园", "", 1),
          new Sort("社区", "{n}社区服务中心", "", 1));

  private static final List<Single> ONCE =
      List.of(
          new Single("QL-GC-01", "医院", "青澜市第一人民医院", "一院"),
          new Single("QL-KF-02", "医院", "青澜市第二人民医院", "二院"),
          new Single("QL-HG-01", "医院", "海港区人民医院", "海港医院"),
          new Single("QL-XQ-02", "医院", "溪桥区人民医院", "溪桥医院"),
          new Single("QL-QS-03", "医院", "青山区人民医院", "青山医院"),
          new Single("QL-DH-02", "医院", "青澜大学附属医院", "附院"),
          new Single("QL-GC-01", "名胜", "钟鼓楼", "鼓楼"),
          new Single("QL-GC-03", "名胜", "青澜书院", "老书院"),
          new Single("QL-GC-02", "名胜", "南城门", "城门洞"),
          new Single("QL-KF-03", "车站", "青澜北站", "高铁站"),
          new Single("QL-XQ-01", "车站", "汽车西站", "老汽车站"),
          new Single("QL-HG-01", "码头", "青澜港客运码头", "轮渡码头"),
          new Single("QL-HG-03", "市场", "渔人码头海鲜市场", "海鲜市场"),
          new Single("QL-HG-02", "名胜", "北角灯塔", "灯塔"),
          new Single("QL-DH-04", "场馆", "青澜市体育中心", "体育场"),
          new Single("QL-DH-02", "学校", "青澜大学", "青大"),
          new Single("QL-DH-01", "公园", "东湖公园", "湖边"),
          new Single("QL-GC-04", "场馆", "青澜大剧院", "大剧院"),
          new Single("QL-KF-01", "园区", "云谷软件园", "软件园"),
          new Single("QL-KF-04", "商场", "星湖天街", "天街"),
          new Single("QL-QS-02", "市场", "茶叶批发市场", "茶叶市场"),
          new Single("QL-QS-04", "园区", "果园工业园", "工业园"),
          new Single("QL-XQ-03", "市场", "石坊建材城", "建材城"),
          new Single("QL-DH-03", "市场", "花鸟市场", "花鸟市"));

  private static final List<String> ESTATE_FIRST =
      List.of(
          "锦绣", "翠湖", "阳光", "金色", "丽景", "书香", "万和", "御景", "碧水", "绿洲", "星河", "望江", "听涛", "桂语", "春晓",
          "云栖");
  private static final List<String> ESTATE_LAST =
      List.of("花园", "家园", "苑", "小区", "新村", "公寓", "华庭", "名邸");
  private static final int ESTATES_PER_AREA = 7;

  private final List<PrecinctPlan.Area> areas;
  private final List<List<Block>> blocks = new ArrayList<>();
  private final Random random;
  private final List<Landmark> all = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  Landmarks(long seed, PrecinctPlan plan, List<Block> blocks) {
    this.areas = plan.areas();
    this.random = Chance.of(seed, "landmarks").random();
    for (int a = 0; a < areas.size(); a++) {
      int area = a;
      this.blocks.add(blocks.stream().filter(b -> b.precinct() == area).toList());
    }
    ONCE.forEach(s -> add(area(s.area()), s.name(), s.sort(), s.said()));
    for (int a = 0; a < areas.size(); a++) {
      String station = areas.get(a).station();
      add(a, station + "派出所", "派出所", "");
      for (Sort s : EVERYWHERE) {
        add(a, s.name().replace("{n}", station), s.sort(), s.said().replace("{n}", station));
      }
      for (int e = 0; e < ESTATES_PER_AREA; e++) {
        add(a, estate(), "小区", "");
      }
    }
  }

  List<Landmark> all() {
    return all;
  }

  private int area(String code) {
    for (int a = 0; a < areas.size(); a++) {
      if (areas.get(a).code().equals(code)) {
        return a;
      }
    }
    throw new IllegalArgumentException("no area " + code);
  }

  private String estate() {
    String name;
    do {
      name = pick(ESTATE_FIRST) + pick(ESTATE_LAST);
      // A second one of the name is the second phase of the first.
      name += names.contains(name) ? "%s期".formatted("二三四五六".charAt(random.nextInt(5))) : "";
    } while (names.contains(name));
    return name;
  }

  private void add(int area, String name, String sort, String said) {
    names.add(name);
    Spot spot = new Spot(pick(blocks.get(area)), 0.2 + random.nextInt(7) / 10.0);
    all.add(new Landmark(name, sort, spot, said.isEmpty() ? List.of() : List.of(said)));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
