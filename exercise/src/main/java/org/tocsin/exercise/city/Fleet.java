package org.tocsin.exercise.city;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.exercise.city.Post.Watch;

/** The 120 units of the city: who they are, where they stand and when they are on duty. */
public final class Fleet {
  private static final Watch DAY = new Watch("白班", 8, 20);
  private static final Watch NIGHT = new Watch("夜班", 20, 8);
  private static final Watch LATE = new Watch("中班", 14, 2);
  private static final Watch ROUND = new Watch("24小时班", 0, 0);
  private static final String FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严";
  private static final String GIVEN = "安平宁和康泰顺达明亮文斌伟强磊洋勇军杰涛峰超鹏凯欣悦琳静敏丽";

  private final City city;
  private final long seed;
  private final List<Post> posts = new ArrayList<>();

  private Fleet(City city, long seed) {
    this.city = city;
    this.seed = seed;
    for (int p = 0; p < city.precincts().size(); p++) {
      String station = city.precincts().get(p).code();
      add("巡%d%02d", 1, p, "PATROL", station, true, p % 3 == 0 ? DAY : ROUND, home(p));
      if (p % 2 == 0) {
        add("巡%d%02d", 2, p, "PATROL", station, true, p % 4 == 0 ? LATE : NIGHT, home(p));
      }
      add("所%d%02d", 1, p, "STATION-TEAM", station, false, ROUND, home(p));
    }
    for (int d = 0; d < 6; d++) {
      String district = city.precincts().get(d * 4).districtCode();
      add("交%d%02d", 1, d, "TRAFFIC", district, true, ROUND, spot(d * 4, "交1"));
      add("交%d%02d", 2, d, "TRAFFIC", district, true, DAY, spot(d * 4 + 2, "交2"));
      add("刑%d%02d", 1, d, "CRIMINAL", district, false, d % 2 == 0 ? ROUND : DAY, home(d * 4));
      add("消%d%02d", 1, d, "ENGINE", "QL-XF", false, ROUND, spot(d * 4 + 1, "消"));
      add("消%d%02d", 2, d, "ENGINE", "QL-XF", false, ROUND, spot(d * 4 + 2, "消"));
      add("急%d%02d", 1, d, "MEDIC", "QL-JZ", false, ROUND, spot(d * 4, "急"));
      add(
          "急%d%02d",
          2, d, "MEDIC", "QL-JZ", false, d % 2 == 0 ? LATE : ROUND, spot(d * 4 + 3, "急"));
    }
    for (int k = 0; k < 4; k++) {
      add("特%d%02d", 1, k, "SPECIAL", "QL", true, k == 0 ? DAY : ROUND, spot(k * 5 + 2, "特"));
      add("梯%d%02d", 1, k, "TRUCK", "QL-XF", false, ROUND, spot(k * 6 + 1, "消"));
      add("护%d%02d", 1, k, "PRIVATE-AMBULANCE", "QL-JZ", false, DAY, spot(k * 6 + 3, "护"));
    }
    for (int k = 0; k < 2; k++) {
      add("指%d%02d", 1, k, "CHIEF", "QL-XF", false, ROUND, spot(k * 12 + 5, "消"));
      add("援%d%02d", 1, k, "RESCUE-SQUAD", "QL-XF", false, ROUND, spot(k * 12 + 9, "消"));
      add("保%d%02d", 1, k, "SUPPORT", "QL-XF", false, DAY, spot(k * 12 + 5, "消"));
    }
  }

  /** The units of a city, the same for the same seed. */
  public static List<Post> of(City city, long seed) {
    return List.copyOf(new Fleet(city, seed).posts);
  }

  private void add(
      String sign,
      int series,
      int number,
      String type,
      String agency,
      boolean patrols,
      Watch watch,
      Spot home) {
    String callSign = sign.formatted(series, number + 1);
    Chance chance = Chance.of(seed, "crew", callSign);
    List<String> crew = List.of(name(chance), name(chance));
    posts.add(
        new Post(callSign, type, agency, home.block().precinct(), home, patrols, watch, crew));
  }

  /** In front of the station. */
  private Spot home(int precinct) {
    return city.landmark(city.precincts().get(precinct).station() + "派出所").spot();
  }

  /** Somewhere on a great street of the precinct. */
  private Spot spot(int precinct, String what) {
    List<Block> blocks =
        city.blocksOf(precinct).stream().filter(b -> b.kind() == RoadKind.PRIMARY).toList();
    Chance chance = Chance.of(seed, "post", precinct, what);
    return new Spot(chance.pick(blocks), 0.5);
  }

  private static String name(Chance chance) {
    String name = "" + FAMILY.charAt(chance.below(FAMILY.length()));
    name += GIVEN.charAt(chance.below(GIVEN.length()));
    return chance.happens(0.4) ? name + GIVEN.charAt(chance.below(GIVEN.length())) : name;
  }
}
