package org.tocsin.app.registry.places;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chinese address taken apart by lenient rules: any level may be missing, digits may be
 * full-width or Chinese numerals, blanks and punctuation do not matter. It is read from the left:
 * 省, 市, 区/县, 街道/镇/乡, 路, 号, the rest.
 *
 * @param province with 省 or 自治区, or empty
 * @param city with 市, 州, 盟 or 地区
 * @param district with 区, 县, 旗 or 市
 * @param town with 街道, 镇 or 乡
 * @param road with 路, 街, 巷 and so on
 * @param number digits of 号 or 弄, or empty
 * @param detail building, unit, room, sub-number
 * @param crossRoad the other road of a crossing, or empty
 * @param rest what no rule took: a name of a place
 */
public record ChineseAddress(
    String province,
    String city,
    String district,
    String town,
    String road,
    String number,
    String detail,
    String crossRoad,
    String rest) {
  private static final String ROAD_END =
      "(?:大街|大道|公路|国道|省道|县道|胡同|路|街(?!道)|巷|道(?=[0-9第东西南北中与和]|$)|弄(?![0-9])|里(?=[0-9])|线(?=[0-9]))";
  private static final Pattern PROVINCE =
      Pattern.compile("^(?:中国)?([^市区县路街]{2,3}?省|[^市县路街]{2,8}?自治区|[^路街]{2}特别行政区)");
  private static final Pattern SHORT_PROVINCE =
      Pattern.compile(
          "^(河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
              + "|内蒙古|广西|西藏|宁夏|新疆|北京|天津|上海|重庆)(?=[^路街巷]{2,6}?[市区县州旗])");
  private static final Pattern CITY =
      Pattern.compile("^([^市区县路街镇乡]{1,5}?市(?!场|区|政|民|中)|[^市县路街]{2,10}?自治州|[^市县路街]{2,5}?(?:地区|盟))");
  private static final Pattern DISTRICT =
      Pattern.compile(
          "^([^路街号]{1,8}?(?:自治县|自治旗|新区|开发区|管委会|县|旗|市(?!场|政|民|区|中)|(?<![小社园景校厂院库])区(?!间)))");
  private static final Pattern TOWN = Pattern.compile("^([^路号]{1,6}?(?:街道|镇(?!路|街|中)|乡(?!路|街)))");
  private static final Pattern ROAD =
      Pattern.compile(
          "^([^0-9号]{1,10}?"
              + ROAD_END
              + "(?:[一二三四五六七八九十]+[巷弄]|[东南西北中][一二三四五六七八九十]*(?:巷|弄|路|街)|[东西南北中一二三四五六七八九十]+段)?)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:[东西南北]侧)?第?(甲|乙|丙|丁|附|新|老)?([0-9]{1,6})(?:[-~至之/]([0-9]{1,6}))?(号(?!楼|院|线)|弄|$)");
  private static final Pattern CROSSING_END =
      Pattern.compile(
          "(?:的)?(?:十字路口|丁字路口|三岔路口|交叉路口|交叉口|交汇处|交汇口|交界处|交接处|交口|相交处|路口|拐角|转角)(?:处|附近)?$");
  private static final Pattern JOINT = Pattern.compile("^(?:与|和|及|跟|同|、|/|&|\\+|-)");
  private static final Pattern NOISE = Pattern.compile("[\\s,，。;；、.()（）\\[\\]【】\"“”]+");
  private static final Pattern NUMERAL = Pattern.compile("([零〇一二三四五六七八九十百]+)(?=号|弄|栋|幢|单元|室|楼)");

  /** Takes a text apart; never fails, what it does not understand is the rest. */
  public static ChineseAddress read(String text) {
    String plain = NOISE.matcher(Words.plain(text)).replaceAll("");
    Reader reader = new Reader(digits(plain));
    String province = reader.take(PROVINCE);
    if (province.isEmpty()) {
      province = reader.take(SHORT_PROVINCE);
    }
    String city = reader.take(CITY);
    String district = reader.take(DISTRICT);
    String town = reader.take(TOWN);
    Matcher end = CROSSING_END.matcher(reader.rest);
    if (end.find()) {
      String roads = reader.rest.substring(0, end.start());
      ChineseAddress crossing = crossing(roads, reader.rest, province, city, district, town);
      if (!crossing.crossRoad().isEmpty()) {
        return crossing;
      }
    }
    return numbered(reader, province, city, district, town);
  }

  private static ChineseAddress numbered(
      Reader reader, String province, String city, String district, String town) {
    String road = reader.take(ROAD);
    if (!road.isEmpty() && JOINT.matcher(reader.rest).find()) {
      ChineseAddress crossing = crossing(road + reader.rest, "", province, city, district, town);
      if (!crossing.crossRoad().isEmpty()) {
        return crossing;
      }
    }
    String number = "";
    String detail = "";
    Matcher matcher = NUMBER.matcher(reader.rest);
    if (!road.isEmpty() && matcher.find()) {
      number = matcher.group(2);
      String sub = matcher.group(3) == null ? "" : "-" + matcher.group(3);
      detail = (matcher.group(1) == null ? "" : matcher.group(1)) + sub;
      detail += reader.rest.substring(matcher.end());
      reader.rest = "";
    }
    return new ChineseAddress(
        province, city, district, town, road, number, detail, "", reader.rest);
  }

  private static ChineseAddress crossing(
      String roads, String whole, String province, String city, String district, String town) {
    Reader reader = new Reader(roads);
    String road = reader.take(ROAD);
    String other = JOINT.matcher(reader.rest).replaceFirst("");
    if (!whole.isEmpty() && !other.isEmpty() && !other.matches(".*" + ROAD_END + ".*")) {
      // "张掖路武都路口": the cut took the 路 of the second road.
      other += whole.startsWith(roads + "路") ? "路" : "";
    }
    return new ChineseAddress(
        province, city, district, town, road, "", "", road.isEmpty() ? "" : other, "");
  }

  /** Province, city, district and town in one text. */
  public String area() {
    return province + city + district + town;
  }

  /** The meanings this address can have, the likeliest first. */
  List<PlaceText> readings() {
    List<PlaceText> readings = new ArrayList<>();
    if (!crossRoad.isEmpty()) {
      readings.add(new PlaceText.Crossing(road, crossRoad, area()));
    } else if (!road.isEmpty() && !number.isEmpty()) {
      readings.add(new PlaceText.House(Integer.parseInt(number), detail, road, area()));
    }
    // Who gives a number means the house; where it is unknown, that reading falls back to the road.
    if (!road.isEmpty() && (readings.isEmpty() || !rest.isEmpty())) {
      readings.add(new PlaceText.Name(road + rest, area()));
    }
    if (!rest.isEmpty()) {
      readings.add(new PlaceText.Name(rest, area()));
    }
    if (road.isEmpty() && rest.isEmpty()) {
      readings.add(new PlaceText.Name(area(), ""));
    }
    return readings;
  }

  private static String digits(String text) {
    return NUMERAL.matcher(text).replaceAll(m -> Integer.toString(value(m.group(1))));
  }

  private static int value(String numeral) {
    if (numeral.indexOf('十') < 0 && numeral.indexOf('百') < 0) {
      StringBuilder digits = new StringBuilder();
      numeral.chars().forEach(c -> digits.append(digit((char) c)));
      return Integer.parseInt(digits.length() > 6 ? digits.substring(0, 6) : digits.toString());
    }
    int value = 0;
    int last = 0;
    for (char c : numeral.toCharArray()) {
      switch (c) {
        case '百' -> {
          value += Math.max(1, last) * 100;
          last = 0;
        }
        case '十' -> {
          value += Math.max(1, last) * 10;
          last = 0;
        }
        default -> last = digit(c);
      }
    }
    return value + last;
  }

  private static int digit(char c) {
    return c == '〇' ? 0 : "零一二三四五六七八九".indexOf(c);
  }

  private static final class Reader {
    private String rest;

    Reader(String text) {
      this.rest = text;
    }

    String take(Pattern pattern) {
      Matcher matcher = pattern.matcher(rest);
      if (!matcher.find() || matcher.end() > rest.length()) {
        return "";
      }
      String taken = matcher.group(1);
      rest = rest.substring(matcher.end());
      return taken;
    }
  }
}
