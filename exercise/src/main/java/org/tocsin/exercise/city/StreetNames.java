package org.tocsin.exercise.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names of streets; every name is given once. */
final class StreetNames {
  /** From west to east, for the great streets from south to north. */
  static final List<String> NORTHWARD =
      List.of("柳堤", "科苑", "长桥", "书院", "中华", "人民", "建设", "海韵", "港湾", "东升");

  /**
   * From south to north, for the great streets from west to east; the river's two not among them.
   */
  static final List<String> EASTWARD = List.of("南郊", "和平", "文昌", "迎宾", "青山", "望海", "北苑");

  private static final String FIRST = "青长和永安平春秋文松竹梅兰荷桂金银玉石白紫云月星清广兴福德泰宁翠锦枫榆槐杏桃梨棠";
  private static final String SECOND = "河泉溪桥园林亭台阁井塘湾岭坡庄坊营康乐昌盛华丰顺祥庆新明光源波涛峰石榴叶荫墨砚";

  /** Real places and words that would read oddly. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "金华", "石林", "永康", "泰顺", "福清", "安庆", "宁波", "玉溪", "广安", "兴庆", "清河", "桂林", "玉林", "银川", "永新",
          "平昌", "石河", "白河", "清新", "德昌", "长丰", "永丰", "安康", "安新", "新泰", "长庆", "石石", "平顺");

  private final List<String> left = new ArrayList<>();

  StreetNames(Random random) {
    for (char a : FIRST.toCharArray()) {
      for (char b : SECOND.toCharArray()) {
        String name = "" + a + b;
        if (a != b && !LEFT_OUT.contains(name)) {
          left.add(name);
        }
      }
    }
    left.removeAll(NORTHWARD);
    left.removeAll(EASTWARD);
    Collections.shuffle(left, random);
  }

  /** A name with 路, 街 or 巷. */
  String next(boolean northward, RoadKind kind, Random random) {
    String name = left.removeLast();
    if (kind == RoadKind.RESIDENTIAL && random.nextInt(10) < 4) {
      return name + "巷";
    }
    return name + (northward ? "路" : "街");
  }
}
