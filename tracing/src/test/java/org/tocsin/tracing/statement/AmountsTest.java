package org.tocsin.tracing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AmountsTest {
  private static final Moments CHINA = new Moments(ZoneOffset.ofHours(8));

  private static long fen(String text) {
    Amounts.Parsed parsed = Amounts.parse(text);
    assertThat(parsed.reason()).as(text).isNull();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long plain = Amounts.plain(bytes, 0, bytes.length);
    assertThat(plain == Long.MIN_VALUE || plain == parsed.fen())
        .as("the fast way agrees on %s: %d", text, plain)
        .isTrue();
    return parsed.fen();
  }

  private static Reason wrong(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Amounts.plain(bytes, 0, bytes.length))
        .as("the fast way refuses %s", text)
        .isEqualTo(Long.MIN_VALUE);
    Reason reason = Amounts.parse(text).reason();
    assertThat(reason).as(text).isNotNull();
    return reason == null ? Reason.BLANK : reason;
  }

  @Test
  void amountsAsBanksPrintThem() {
    assertThat(fen("50000.00")).isEqualTo(5_000_000);
    assertThat(fen("50,000")).isEqualTo(5_000_000);
    assertThat(fen("１２，３４５．６")).isEqualTo(1_234_560);
    assertThat(fen("￥1,234.50元")).isEqualTo(123_450);
    assertThat(fen("-0.01")).isEqualTo(-1);
    assertThat(fen("(88.00)")).isEqualTo(-8_800);
    assertThat(fen("1,234.56-")).isEqualTo(-123_456);
    assertThat(fen("+7.10")).isEqualTo(710);
    assertThat(fen("1.5万")).isEqualTo(1_500_000);
    assertThat(fen("CNY 20")).isEqualTo(2_000);
    assertThat(fen("1E+3")).isEqualTo(100_000);
    assertThat(fen("10.100")).isEqualTo(1_010);
    assertThat(fen("1234.5600000002")).as("a spreadsheet's binary number").isEqualTo(123_456);
    assertThat(fen("0")).isZero();
  }

  @Test
  void whatIsNoAmountIsNotGuessed() {
    assertThat(wrong("12.345")).isEqualTo(Reason.FRACTION_OF_FEN);
    assertThat(wrong("1.200,00")).isEqualTo(Reason.NO_AMOUNT);
    assertThat(wrong("十元")).isEqualTo(Reason.NO_AMOUNT);
    assertThat(wrong("1E999999999")).isEqualTo(Reason.AMOUNT_TOO_LARGE);
    assertThat(wrong("99999999999999999")).isEqualTo(Reason.AMOUNT_TOO_LARGE);
    assertThat(wrong("--5")).isEqualTo(Reason.NO_AMOUNT);
    assertThat(wrong("5-3")).isEqualTo(Reason.NO_AMOUNT);
  }

  @Test
  void anotherCurrencyIsRoundedHalfUpOnce() {
    assertThat(Amounts.converted("0.05", new BigDecimal("0.1")).fen()).isEqualTo(1);
    assertThat(Amounts.converted("100.005", new BigDecimal("7.2")).fen()).isEqualTo(72_004);
  }

  private static void time(String text, String expected) {
    long millis = CHINA.parse(text);
    assertThat(millis).as(text).isNotEqualTo(Moments.NONE);
    assertThat(Instant.ofEpochMilli(millis)).as(text).isEqualTo(Instant.parse(expected));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long plain = CHINA.plain(bytes, 0, bytes.length);
    assertThat(plain == Moments.NONE || plain == millis)
        .as("the fast way agrees on %s", text)
        .isTrue();
  }

  @Test
  void timesAsBanksPrintThem() {
    for (String text :
        new String[] {
          "2026-03-01 10:02:03",
          "2026/3/1 10:02:03",
          "20260301100203",
          "20260301 100203",
          "2026年3月1日10时2分3秒",
          "2026.03.01 10:02:03",
          "2026-03-01T10:02:03+08:00",
          "2026-03-01T02:02:03Z",
          "２０２６－０３－０１ １０：０２：０３",
          "20260301 10:02:03"
        }) {
      time(text, "2026-03-01T02:02:03Z");
    }
    time("2026-03-01", "2026-02-28T16:00:00Z");
    time("20260301", "2026-02-28T16:00:00Z");
    time("2026-03-31 23:59", "2026-03-31T15:59:00Z");
    time("2026-03-01 24:00:00", "2026-03-01T16:00:00Z");
    time("2026-03-01 10:02:03.250", "2026-03-01T02:02:03.250Z");
    time("2026/3/1 下午 3:05", "2026-03-01T07:05:00Z");
    time("46082.5", "2026-03-01T04:00:00Z");
    assertThat(CHINA.parse("20260301", "93005"))
        .isEqualTo(Instant.parse("2026-03-01T01:30:05Z").toEpochMilli());
    assertThat(CHINA.parse("2026-03-01", "09:30:05"))
        .isEqualTo(Instant.parse("2026-03-01T01:30:05Z").toEpochMilli());
  }

  @Test
  void theFastWayAndTheCarefulWayAgreeOnEveryDayOfACentury() {
    for (Instant day = Instant.parse("1992-01-01T05:06:07Z");
        day.isBefore(Instant.parse("2099-01-01T00:00:00Z"));
        day = day.plus(Duration.ofHours(23))) {
      String text =
          day.atOffset(ZoneOffset.ofHours(8)).toString().replace('T', ' ').replace("+08:00", "");
      text = text.length() == 16 ? text + ":00" : text;
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      long plain = CHINA.plain(bytes, 0, bytes.length);
      assertThat(CHINA.parse(text)).as(text).isEqualTo(day.toEpochMilli());
      assertThat(plain == Moments.NONE || plain == day.toEpochMilli()).as(text).isTrue();
    }
  }

  @Test
  void whatIsNoTimeIsNone() {
    for (String text :
        new String[] {
          "",
          "合计",
          "2026-13-01",
          "2026-02-30",
          "10:02:03",
          "20260301999999",
          "1026-03-01",
          "2026-03-01 25:00:00",
          "03/01/2026"
        }) {
      assertThat(CHINA.parse(text)).as(text).isEqualTo(Moments.NONE);
    }
    assertThat(new Moments(ZoneId.of("Asia/Shanghai")).parse("2026-03-01 10:02:03"))
        .isEqualTo(Instant.parse("2026-03-01T02:02:03Z").toEpochMilli());
  }
}
