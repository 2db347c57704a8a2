package org.tocsin.matters.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;
import org.tocsin.matters.MatterKind;

/** Checks what fields and conditions refer to, their types, and the rights of those they name. */
final class FieldChecks {
  /** What no record here may hold about a person (design rule: no lists of people). */
  private static final Pattern FORBIDDEN_ZH =
      Pattern.compile("宗教|信仰|民族|政治面貌|党派|政治倾向|政治观点|思想动态|人脸|步态|指纹|虹膜|声纹|基因");

  private static final Set<String> FORBIDDEN_EN =
      Set.of(
          "religion",
          "religious",
          "belief",
          "beliefs",
          "faith",
          "creed",
          "ethnic",
          "ethnicity",
          "race",
          "political",
          "politics",
          "opinion",
          "opinions",
          "biometric",
          "fingerprint",
          "gait",
          "iris",
          "dna");

  private final MatterKind kind;
  private final Report report;
  private final ConditionChecks conditions;

  FieldChecks(MatterKind kind, Report report) {
    this.kind = kind;
    this.report = report;
    this.conditions = new ConditionChecks(kind, report);
  }

  void check() {
    for (Field f : kind.fields().values()) {
      String path = "fields." + f.code();
      field(f, path);
      f.section()
          .filter(s -> !kind.sections().containsKey(s))
          .ifPresent(s -> report.at(path + ".section", Say.oneOf(s, kind.sections().keySet())));
      f.when().ifPresent(c -> conditions.check(c, path + ".when"));
      f.sum().ifPresent(s -> sum(f, s, path));
      limits(f, path);
      f.lines().forEach(sub -> line(sub, path + ".lines." + sub.code()));
    }
    asked();
  }

  private void line(Field sub, String path) {
    field(sub, path);
    limits(sub, path);
    if (sub.type() == FieldType.LINES
        || sub.when().isPresent()
        || sub.sum().isPresent()
        || sub.subject()
        || sub.section().isPresent()
        || sub.limits().minField().isPresent()
        || sub.limits().maxField().isPresent()) {
      report.at(
          path,
          Say.say(
              "表格列不能含表格、条件、合计、分区、被投诉人或以字段为界",
              "a column is no table and has no when, sum, section, subject or limit by a field",
              "把它移到表格外",
              "move it out of the table"));
    }
  }

  private void field(Field f, String path) {
    needs(f.type() == FieldType.CHOICE, !f.options().isEmpty(), "options", path);
    needs(f.type() == FieldType.LINES, !f.lines().isEmpty(), "lines", path);
    if (f.subject() && f.type() != FieldType.OFFICER && f.type() != FieldType.AGENCY) {
      only(path + ".subject", "subject", "officer, agency");
    }
    if (f.multiple() && f.type() != FieldType.CHOICE && f.type() != FieldType.FILE) {
      only(path + ".multiple", "multiple", "choice, file");
    }
    boolean mustBePersonal = f.type() == FieldType.PHONE || f.type() == FieldType.IDNUMBER;
    if (mustBePersonal && f.personal().isEmpty()) {
      report.at(
          path,
          Say.say(
              "电话和证件号是个人信息",
              "phone and identity numbers are personal data",
              "加上 personal: {mask: phone} 或 {mask: idnumber}",
              "add personal: {mask: phone} or {mask: idnumber}"));
    }
    forbidden(f, path);
  }

  private void forbidden(Field f, String path) {
    List<String> words = new ArrayList<>(List.of(f.code().split("(?=[A-Z])")));
    words.addAll(List.of(f.names().en().split("[^A-Za-z]+")));
    boolean named =
        words.stream().map(w -> w.toLowerCase(Locale.ROOT)).anyMatch(FORBIDDEN_EN::contains)
            || FORBIDDEN_ZH.matcher(f.names().zh()).find();
    if (named) {
      report.at(
          path,
          Say.say(
              "不得收集人员的信仰、民族、政治、意见或生物特征",
              "beliefs, ethnicity, politics, opinions and biometrics of people are not collected",
              "删去此字段",
              "remove the field"));
    }
  }

  private void needs(boolean wanted, boolean given, String key, String path) {
    if (wanted && !given) {
      report.at(path, Say.missing(key));
    } else if (!wanted && given) {
      only(path + "." + key, key, key.equals("options") ? "choice" : "lines");
    }
  }

  private void only(String path, String key, String types) {
    report.at(
        path,
        Say.say(
            "%s 只用于 %s".formatted(key, types),
            "%s is only for %s".formatted(key, types),
            "删去或改类型",
            "remove it or change the type"));
  }

  private void limits(Field f, String path) {
    Field.Limits l = f.limits();
    boolean numbers = l.min().isPresent() || l.max().isPresent();
    boolean counted =
        switch (f.type()) {
          case TEXT, LONGTEXT, NUMBER, MONEY, LINES, FILE -> true;
          default -> false;
        };
    if (numbers && !counted) {
      only(path, "min, max", "text, longtext, number, money, lines, file");
    }
    if (l.min().isPresent() && l.max().isPresent() && l.min().get() > l.max().get()) {
      report.at(path + ".min", Say.range(0, l.max().get()));
    }
    l.minField().ifPresent(other -> sameType(f, other, path + ".min"));
    l.maxField().ifPresent(other -> sameType(f, other, path + ".max"));
  }

  private void sameType(Field f, String other, String path) {
    Field o = kind.fields().get(other);
    boolean ordered =
        f.type().isAmount() || f.type() == FieldType.DATE || f.type() == FieldType.INSTANT;
    if (o == null || o.type() != f.type() || !ordered) {
      report.at(
          path,
          Say.say(
              "“%s”不是同类型的数、金额、日期或时间字段".formatted(other),
              "'%s' is no number, money, date or instant field of the same type".formatted(other),
              "写数字或同类型字段名",
              "give a number or a field of the same type"));
    }
  }

  private void sum(Field f, String path, String at) {
    String[] parts = path.split("\\.", -1);
    Optional<Field> column =
        Optional.of(parts)
            .filter(p -> p.length == 2)
            .map(p -> kind.fields().get(p[0]))
            .flatMap(
                list -> list.lines().stream().filter(s -> s.code().equals(parts[1])).findFirst());
    if (!f.type().isAmount() || column.isEmpty() || column.get().type() != f.type()) {
      report.at(
          at + ".sum",
          Say.say(
              "“%s”不是同类型的表格列".formatted(path),
              "'%s' is no column of the same type".formatted(path),
              "写 表格字段.列，类型 number 或 money",
              "write listField.column, of type number or money"));
    }
  }

  /** Every field is asked somewhere, and what is asked is a field. */
  private void asked() {
    List<String> all = new ArrayList<>(kind.raise().asks());
    asks(kind.raise().asks(), "raise.asks");
    kind.transitions()
        .values()
        .forEach(
            t -> {
              asks(t.asks(), "transitions." + t.code() + ".asks");
              all.addAll(t.asks());
              t.when().ifPresent(c -> conditions.check(c, "transitions." + t.code() + ".when"));
            });
    kind.fields().values().stream()
        .filter(f -> !f.computed() && !all.contains(f.code()))
        .forEach(
            f ->
                report.at(
                    "fields." + f.code(),
                    Say.say(
                        "字段“%s”从未填写".formatted(f.code()),
                        "field '%s' is never asked".formatted(f.code()),
                        "列入 raise.asks 或某个步骤的 asks",
                        "list it in raise.asks or in the asks of a transition")));
  }

  private void asks(Collection<String> asks, String path) {
    for (String code : asks) {
      Field f = kind.fields().get(code);
      if (f == null || f.computed()) {
        report.at(
            path,
            Say.oneOf(
                code,
                kind.fields().values().stream()
                    .filter(o -> !o.computed())
                    .map(Field::code)
                    .toList()));
      }
    }
  }
}
