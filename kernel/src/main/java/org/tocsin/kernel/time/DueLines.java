package org.tocsin.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Writes the reckoning of a due instant in words. */
final class DueLines {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final ClockRun run;
  private final WorkCalendar calendar;
  private final List<DueProof.Line> lines = new ArrayList<>();

  private DueLines(ClockRun run, WorkCalendar calendar) {
    this.run = run;
    this.calendar = calendar;
  }

  static List<DueProof.Line> of(ClockRun run, WorkCalendar calendar) {
    DueLines all = new DueLines(run, calendar);
    all.start();
    all.ledger();
    if (run.isPaused()) {
      all.standing();
    } else {
      all.result();
    }
    return all.lines;
  }

  private void start() {
    Words term = words(run.term());
    boolean days = run.term().unit().isDays() && run.term().amount() > 0;
    line(
        run.startedAt(),
        "%s 起算，期限%s%s".formatted(stamp(run.startedAt()), term.zh(), days ? "（起算当日不计入）" : ""),
        "Begins %s; term %s%s"
            .formatted(
                stamp(run.startedAt()), term.en(), days ? " (the first day is not counted)" : ""));
  }

  private void ledger() {
    List<DueProof.Line> ledger = new ArrayList<>();
    run.pauses().forEach(p -> ledger.add(paused(p)));
    run.extensions().forEach(e -> ledger.add(extended(e)));
    ledger.sort(Comparator.comparing(DueProof.Line::at));
    lines.addAll(ledger);
  }

  private DueProof.Line paused(ClockRun.Pause p) {
    Instant until = p.until();
    if (until == null) {
      return new DueProof.Line(
          p.from(),
          "%s 起暂停，理由：%s".formatted(stamp(p.from()), p.reason()),
          "Paused from %s; reason: %s".formatted(stamp(p.from()), p.reason()));
    }
    Duration length = Duration.between(p.from(), until);
    return new DueProof.Line(
        p.from(),
        "%s 至 %s 暂停（%s），理由：%s".formatted(stamp(p.from()), stamp(until), spanZh(length), p.reason()),
        "Paused from %s to %s (%s); reason: %s"
            .formatted(stamp(p.from()), stamp(until), spanEn(length), p.reason()));
  }

  private DueProof.Line extended(ClockRun.Extension e) {
    Words term = words(e.term());
    return new DueProof.Line(
        e.at(),
        "%s 批准延长%s，理由：%s".formatted(stamp(e.at()), term.zh(), e.reason()),
        "Extended by %s on %s; reason: %s".formatted(term.en(), stamp(e.at()), e.reason()));
  }

  private void standing() {
    Instant from = run.pauses().getLast().from();
    line(from, "暂停中；恢复后继续计算", "Paused; counting goes on when it is resumed");
  }

  private void result() {
    Instant due = DueDate.of(run, calendar);
    if (run.term().unit().isDays()) {
      counted(DayCount.of(run, calendar), due);
    } else if (!run.extensions().isEmpty()) {
      Words all = words(run.allowed());
      line(due, "合计期限%s".formatted(all.zh()), "Term in all %s".formatted(all.en()));
    }
    unknownYears(due);
    line(due, "%s 届满".formatted(stampEnd(due)), "Due %s".formatted(stampEnd(due)));
  }

  private void counted(DayCount count, Instant due) {
    line(
        due,
        "计入%d日：%s".formatted(count.counted().size(), ranges(count.counted())),
        "Counted %d days: %s".formatted(count.counted().size(), ranges(count.counted())));
    Map<DayCount.Why, List<LocalDate>> left = new EnumMap<>(DayCount.Why.class);
    count.left().forEach(l -> left.computeIfAbsent(l.why(), w -> new ArrayList<>()).add(l.day()));
    left.forEach(
        (why, days) -> {
          Words w = words(why);
          line(
              due,
              "不计入%d日（%s）：%s".formatted(days.size(), w.zh(), ranges(days)),
              "Not counted %d days (%s): %s".formatted(days.size(), w.en(), ranges(days)));
        });
  }

  /** Says which years were counted without their public holidays. */
  private void unknownYears(Instant due) {
    if (!run.term().unit().isWorking() && !run.term().roll()) {
      return;
    }
    TreeSet<Integer> unknown = new TreeSet<>();
    LocalDate last = calendar.day(due.minusNanos(1));
    for (LocalDate d = calendar.day(run.startedAt()); !d.isAfter(last); d = d.plusDays(1)) {
      if (!calendar.isKnown(d)) {
        unknown.add(d.getYear());
      }
    }
    unknown.forEach(
        year ->
            line(
                due,
                "%d年节假日安排未载入，只按周末计算".formatted(year),
                "The public holidays of %d are not loaded; counted by weekends alone"
                    .formatted(year)));
  }

  private void line(Instant at, String zh, String en) {
    lines.add(new DueProof.Line(at, zh, en));
  }

  private String stamp(Instant at) {
    return STAMP.format(at.atZone(calendar.zone()));
  }

  /** Midnight is written as 24:00 of the day that ends. */
  private String stampEnd(Instant at) {
    ZonedDateTime local = at.atZone(calendar.zone());
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.toLocalDate().minusDays(1) + " 24:00"
        : STAMP.format(local);
  }

  private static String ranges(List<LocalDate> days) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < days.size()) {
      int j = i;
      while (j + 1 < days.size() && days.get(j + 1).equals(days.get(j).plusDays(1))) {
        j++;
      }
      out.append(out.isEmpty() ? "" : ", ").append(days.get(i));
      if (j > i) {
        out.append('/').append(days.get(j));
      }
      i = j + 1;
    }
    return out.toString();
  }

  private record Words(String zh, String en) {}

  private static Words words(Term t) {
    int n = t.amount();
    String s = n == 1 ? "" : "s";
    Words plain =
        switch (t.unit()) {
          case SECONDS -> new Words(n + "秒", n + " second" + s);
          case MINUTES -> new Words(n + "分钟", n + " minute" + s);
          case HOURS -> new Words(n + "小时", n + " hour" + s);
          case DAYS -> new Words(n + "日", n + " calendar day" + s);
          case WORKING_HOURS -> new Words(n + "个工作小时", n + " working hour" + s);
          case WORKING_DAYS -> new Words(n + "个工作日", n + " working day" + s);
        };
    return t.roll()
        ? new Words(plain.zh() + "（末日为休息日的顺延）", plain.en() + " (a last day off moves on)")
        : plain;
  }

  private static Words words(DayCount.Why why) {
    return switch (why) {
      case PAUSED -> new Words("暂停", "paused");
      case DAY_OFF -> new Words("休息日", "days off");
      case HOLIDAY -> new Words("节假日", "public holidays");
      case ROLLED -> new Words("末日顺延", "last day moved on");
    };
  }

  private static String spanZh(Duration d) {
    return d.toDays() + "日" + d.toHoursPart() + "时" + d.toMinutesPart() + "分";
  }

  private static String spanEn(Duration d) {
    return d.toDays() + " d " + d.toHoursPart() + " h " + d.toMinutesPart() + " min";
  }
}
