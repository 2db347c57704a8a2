package org.tocsin.matters.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.tocsin.matters.check.Report.Words;

/** What the checker says about the shape of a file. */
final class Say {
  private Say() {}

  static Words unknownKey(String key, Collection<String> known) {
    Optional<String> near =
        known.stream()
            .filter(k -> distance(k, key) <= 2)
            .min(Comparator.comparingInt(k -> distance(k, key)));
    String all = String.join(", ", known.stream().sorted().toList());
    return new Words(
        "没有“%s”这一项".formatted(key),
        "there is no key '%s' here".formatted(key),
        near.map("是否为 %s？"::formatted).orElse("可用的有：" + all + "；文字中有逗号时须加引号"),
        near.map("did you mean %s?"::formatted)
            .orElse("use one of " + all + "; a text with a comma must be quoted"));
  }

  static Words missing(String key) {
    return new Words(
        "缺少“%s”".formatted(key), "'%s' is missing".formatted(key), "补上 " + key, "add " + key);
  }

  static Words twice(String key) {
    return new Words(
        "“%s”写了两次".formatted(key),
        "'%s' is given twice".formatted(key),
        "删去一处或改名",
        "remove one or give it another name");
  }

  static Words shape(String wanted) {
    return new Words(
        "此处应为 " + wanted, "this should be " + wanted, "写成 " + wanted, "write " + wanted);
  }

  static Words text(String given) {
    return new Words(
        "“%s”不是中英文两种文字".formatted(given),
        "'%s' is not a text in both languages".formatted(given),
        "写成“中文 | English”或 {zh: …, en: …}",
        "write 中文 | English, or {zh: …, en: …}");
  }

  static Words code(String given) {
    return new Words(
        "“%s”不能作代码".formatted(given),
        "'%s' is no good as a code".formatted(given),
        "字段用 camelCase，其余用小写字母、数字和连字符",
        "fields are camelCase; everything else is lower-case letters, digits and hyphens");
  }

  static Words range(long least, long most) {
    return new Words(
        "应在 %d 到 %d 之间".formatted(least, most),
        "must be from %d to %d".formatted(least, most),
        "改为范围内的数",
        "give a number in that range");
  }

  static Words oneOf(String given, Collection<String> known) {
    String all = String.join(", ", known);
    return new Words(
        "没有“%s”".formatted(given),
        "there is no '%s'".formatted(given),
        "可用的有：" + all,
        "use one of " + all);
  }

  static Words say(String zh, String en, String mendZh, String mendEn) {
    return new Words(zh, en, mendZh, mendEn);
  }

  /** How many letters one word is from another (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
