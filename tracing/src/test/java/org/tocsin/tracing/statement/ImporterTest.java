package org.tocsin.tracing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tocsin.tracing.statement.Statements.payments;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
  private static final String POLICE =
      "交易卡号,交易方户名,交易方证件号码,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,现金标志,对手户名,摘要说明,交易币种,交易是否成功,交易流水号";

  @TempDir private Path folder;

  private Statements statements() {
    return new Statements(folder);
  }

  @Test
  void theLayoutOfTheQueryPlatformInGbkWithFullWidthDigitsAndFooters() throws IOException {
    Imported read =
        statements()
            .file(
                "a.csv",
                Encoding.GB18030,
                "某某银行交易流水",
                POLICE,
                "6222020000000000001,张三,110101199001011234,2026-03-01 10:02:03,\"５０，０００．００\",100.00,出,6217000000000000088,其它,李四,转账,人民币,成功,001",
                "6222020000000000001,张三,110101199001011234,2026-03-01 11:00:00,2000.00,2100.00,进,,现金,,ATM存现,人民币,成功,002",
                "6222020000000000001,张三,110101199001011234,2026-03-01 12:00:00,10.00,2090.00,出,NULL,其它,,手续费,人民币,成功,003",
                "6222020000000000001,张三,110101199001011234,2026-03-01 13:00:00,99.00,2090.00,出,6217000000000000088,其它,李四,转账,人民币,失败,004",
                "",
                "合计,,,,52109.00,,,,,,,,,")
            .read();
    assertThat(payments(read))
        .containsExactly(
            "6222020000000000001 -50000.00-> 6217000000000000088 03-01T02:02:03Z #001",
            "现金存入 -2000.00-> 6222020000000000001 03-01T03:00:00Z #002",
            "6222020000000000001 -10.00-> 未知去向:6222020000000000001 03-01T04:00:00Z #003");
    StatementReport report = read.statements().getFirst();
    assertThat(report.bad()).isEmpty();
    assertThat(report.skipped())
        .isEqualTo(Map.of(Reason.NOT_CARRIED_OUT, 1, Reason.BLANK, 1, Reason.FOOTER, 1));
    assertThat(report.gaps()).isZero();
    assertThat(read.book().hasStatement("6222020000000000001")).isTrue();
    assertThat(read.book().hasStatement("6217000000000000088")).isFalse();
    assertThat(read.book().rows(0)).containsExactly("a.csv:3");
  }

  @Test
  void twoHeadingRowsIncomeAndExpenditureAndTheAccountAboveThem() throws IOException {
    Imported read =
        statements()
            .csv(
                "b.csv",
                "账户交易明细,,,,,",
                "账号：6228480000000000011,户名：王五,,,,",
                "交易日期,交易时间,交易金额,,对方信息,,余额",
                ",,收入,支出,户名,账号,",
                "20260301,93005,\"1,000.00\",,赵六,6217000000000000099,1000.00",
                "20260301,101500,,400.50,赵六,6217000000000000099,599.50",
                "20260301,101501,0.00,99.50,钱七,6217000000000000077,500.00",
                "20260301,101502,5,6,钱七,6217000000000000077,500.00",
                "交易日期,交易时间,收入,支出,户名,账号,余额",
                "第1页 共1页")
            .read();
    assertThat(payments(read))
        .containsExactly(
            "6217000000000000099 -1000.00-> 6228480000000000011 03-01T01:30:05Z",
            "6228480000000000011 -400.50-> 6217000000000000099 03-01T02:15:00Z",
            "6228480000000000011 -99.50-> 6217000000000000077 03-01T02:15:01Z");
    StatementReport report = read.statements().getFirst();
    assertThat(report.bad())
        .extracting(BadRow::reason, BadRow::line)
        .containsExactly(tuple(Reason.BOTH_SIDES, 8L));
    assertThat(report.skipped()).isEqualTo(Map.of(Reason.REPEATED_HEADING, 1, Reason.FOOTER, 1));
  }

  @Test
  void balancesTellThatTheHoldersOwnBooksCallIncomeDebit() throws IOException {
    String[] lines = new String[9];
    lines[0] = "账号,记账时间,借贷标志,发生额,余额,对方账号";
    int balance = 1_000;
    for (int i = 1; i < lines.length; i++) {
      boolean in = i % 3 != 0;
      balance += in ? i : -i;
      lines[i] =
          "8001,2026-03-01 10:0%d:00,%s,%d,%d,9%03d".formatted(i, in ? "借" : "贷", i, balance, i);
    }
    Imported read = statements().csv("c.csv", lines).read();
    assertThat(payments(read).subList(0, 3))
        .containsExactly(
            "9001 -1.00-> 8001 03-01T02:01:00Z",
            "9002 -2.00-> 8001 03-01T02:02:00Z",
            "8001 -3.00-> 9003 03-01T02:03:00Z");
    assertThat(read.statements().getFirst().gaps()).isZero();
    Mapping mapping = read.statements().getFirst().mapping();
    assertThat(mapping == null ? "" : mapping.shown()).contains("借方是收入");
  }

  @Test
  void aMinusIsADirectionOrARepetitionOrAReversal() throws IOException {
    Imported direction =
        statements()
            .csv(
                "d.csv",
                "账号,交易时间,金额,对方账号",
                "1111,2026-03-01 10:00:00,-5.00,2222",
                "1111,2026-03-01 10:00:01,7.00,2222")
            .read();
    assertThat(payments(direction))
        .containsExactly("1111 -5.00-> 2222 03-01T02:00:00Z", "2222 -7.00-> 1111 03-01T02:00:01Z");
    Imported repetition =
        statements()
            .csv(
                "e.csv",
                "账号,交易时间,收支标志,金额,对方账号",
                "1111,2026-03-01 10:00:00,支出,-5.00,2222",
                "1111,2026-03-01 10:00:01,收入,7.00,2222")
            .read();
    assertThat(payments(repetition))
        .containsExactly("1111 -5.00-> 2222 03-01T02:00:00Z", "2222 -7.00-> 1111 03-01T02:00:01Z");
    Imported reversal =
        statements()
            .csv(
                "f.csv",
                "账号,交易时间,收支标志,金额,对方账号",
                "1111,2026-03-01 10:00:00,支出,5.00,2222",
                "1111,2026-03-01 10:00:01,支出,-5.00,2222")
            .read();
    assertThat(payments(reversal))
        .containsExactly("1111 -5.00-> 2222 03-01T02:00:00Z", "2222 -5.00-> 1111 03-01T02:00:01Z");
  }

  @Test
  void theTwoBanksViewsOfAPaymentAreOneWithBothRowsKept() throws IOException {
    String heading = "账号,交易时间,借贷标志,金额,对方账号,流水号";
    Imported read =
        statements()
            .csv(
                "payer.csv",
                heading,
                "1111,2026-03-01 10:00:05,借,500.00,2222,A7",
                "1111,2026-03-01 10:20:00,借,500.00,2222,A8")
            .csv(
                "payee.csv",
                heading,
                "2222,2026-03-01 10:00:02,贷,500.00,1111,B1",
                "2222,2026-03-01 10:00:30,借,500.00,3333,B2")
            .read();
    assertThat(payments(read))
        .as("the earlier time, so that the payment on is still after it")
        .containsExactly(
            "1111 -500.00-> 2222 03-01T02:00:02Z #A7",
            "2222 -500.00-> 3333 03-01T02:00:30Z #B2",
            "1111 -500.00-> 2222 03-01T02:20:00Z #A8");
    assertThat(read.pairs()).isEqualTo(1);
    assertThat(read.book().rows(0)).containsExactly("payer.csv:2", "payee.csv:2");
  }

  @Test
  void aBankThatGivesOnlyTheDayIsJoinedAndTheOthersTimeCounts() throws IOException {
    Imported read =
        statements()
            .csv("day.csv", "账号,交易日期,借贷标志,金额,对方账号", "1111,2026-03-01,借,500.00,2222")
            .csv("time.csv", "账号,交易时间,借贷标志,金额,对方账号", "2222,2026-03-01 10:00:02,贷,500.00,1111")
            .read();
    assertThat(payments(read)).containsExactly("1111 -500.00-> 2222 03-01T02:00:02Z");
  }

  @Test
  void aRowThatCameTwiceCountsOnceButEqualRowsOfOneDeliveryAreTwoPayments() throws IOException {
    String heading = "账号,交易时间,借贷标志,金额,对方账号";
    String row = "1111,2026-03-01 10:00:00,借,5.00,2222";
    Imported read =
        statements()
            .csv("one.csv", heading, row, row)
            .csv("two.csv", heading, row, "1111,2026-03-01 10:00:00,借,6.00,2222")
            .read();
    assertThat(payments(read)).hasSize(3);
    assertThat(read.duplicates()).isEqualTo(1);
  }

  @Test
  void aListWithTheNewestFirstKeepsItsOrderWithinASecond() throws IOException {
    Imported read =
        statements()
            .csv(
                "n.csv",
                "账号,交易时间,借贷标志,金额,余额,对方账号",
                "1,2026-03-01 10:00:02,借,1,97,6",
                "1,2026-03-01 10:00:01,借,2,98,5",
                "1,2026-03-01 10:00:01,贷,100,100,4")
            .read();
    assertThat(payments(read))
        .containsExactly(
            "4 -100.00-> 1 03-01T02:00:01Z",
            "1 -2.00-> 5 03-01T02:00:01Z",
            "1 -1.00-> 6 03-01T02:00:02Z");
    assertThat(read.statements().getFirst().gaps()).isZero();
  }

  @Test
  void badRowsComeBackWithTheirReasons() throws IOException {
    Imported read =
        statements()
            .csv(
                "bad.csv",
                "付款账号,收款账号,交易时间,金额,币种",
                "1,2,不详,5.00,人民币",
                "1,2,2026-03-01 10:00:00,五元,人民币",
                "1,2,2026-03-01 10:00:00,0.001,人民币",
                "1,2,2026-03-01 10:00:00,0.00,人民币",
                ",2,2026-03-01 10:00:00,5.00,人民币",
                "6.22202E+18,2,2026-03-01 10:00:00,5.00,人民币",
                "1,2,2026-03-01 10:00:00,5.00,美元",
                "\"1,2,2026-03-01 10:00:00,5.00,人民币",
                "1,2,2026-03-01 10:00:01,8.00,人民币")
            .read();
    assertThat(payments(read)).containsExactly("1 -8.00-> 2 03-01T02:00:01Z");
    assertThat(read.bad())
        .extracting(BadRow::reason)
        .containsExactly(
            Reason.NO_TIME,
            Reason.NO_AMOUNT,
            Reason.FRACTION_OF_FEN,
            Reason.ZERO_AMOUNT,
            Reason.NO_ACCOUNT,
            Reason.ACCOUNT_DIGITS_LOST,
            Reason.NO_RATE,
            Reason.OPEN_QUOTE);
    assertThat(read.bad()).extracting(BadRow::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void otherCurrenciesCountAtTheRateThatWasGiven() throws IOException {
    Statements statements =
        statements()
            .csv("usd.csv", "付款账号,收款账号,交易时间,金额,币种", "1,2,2026-03-01 10:00:00,10.005,US Dollar");
    statements.options =
        new ImportOptions(
            ZoneOffset.ofHours(8),
            Map.of("US DOLLAR", new BigDecimal("7.2")),
            null,
            Map.of(),
            Duration.ofMinutes(10));
    assertThat(payments(statements.read())).containsExactly("1 -72.04-> 2 03-01T02:00:00Z");
  }

  @Test
  void whatAPersonPutRightIsRemembered() throws IOException {
    String[] lines = {"账号,交易时间,方向码,金额,往来户", "1111,2026-03-01 10:00:00,支出,5.00,2222"};
    assertThatThrownBy(() -> statements().csv("g.csv", lines).read())
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("OTHER_ACCOUNT")
        .hasMessageContaining("往来户");
    Statements fixed = statements().csv("g.csv", lines);
    fixed.mappings = MappingStore.in(folder.resolve("mappings"));
    fixed.options =
        new ImportOptions(
            ZoneOffset.ofHours(8),
            Map.of(),
            null,
            Map.of("往来户", "OTHER_ACCOUNT", "3", "借贷标志"),
            Duration.ofMinutes(10));
    assertThat(payments(fixed.read())).containsExactly("1111 -5.00-> 2222 03-01T02:00:00Z");
    Statements again = statements().csv("h.csv", lines);
    again.mappings = MappingStore.in(folder.resolve("mappings"));
    Imported read = again.read();
    assertThat(payments(read)).containsExactly("1111 -5.00-> 2222 03-01T02:00:00Z");
    assertThat(read.statements().getFirst().remembered()).isTrue();
    Files.writeString(Files.list(folder.resolve("mappings")).findFirst().orElseThrow(), "{broken");
    assertThatThrownBy(again::read)
        .as("a broken memory is as if it were not there")
        .isInstanceOf(StatementException.class);
  }

  @Test
  void anXlsxWithSharedTextsDatesMergedHeadingsAndARuinedAccount() throws IOException {
    String shared =
        "<sst><si><t>付款账号</t></si><si><t>收款账号</t></si><si><r><t>交易</t></r><r><t>时间</t></r></si><si><t>金额</t></si><si><t>流水</t></si></sst>";
    String styles =
        "<styleSheet><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>";
    String rows =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>明细</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>2</v></c><c r=\"D2\" t=\"s\"><v>3</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>6222020000000000001</v></c><c r=\"B3\"><v>88</v></c><c r=\"C3\" s=\"1\"><v>46082.418090277775</v></c><c r=\"D3\"><v>1234.5600000000001</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\"><v>6222020000000000001</v></c><c r=\"B4\"><v>88</v></c><c r=\"C4\" s=\"1\"><v>46082.5</v></c><c r=\"D4\"><v>1</v></c></row>"
            + "<row r=\"6\"><c r=\"B6\"><v>89</v></c><c r=\"C6\" s=\"1\"><v>46082.75</v></c><c r=\"D6\"><v>2</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A5:A6\"/></mergeCells>";
    Imported read =
        statements()
            .file(
                "x.xlsx",
                Statements.xlsx(
                    rows, Map.of("xl/sharedStrings.xml", shared, "xl/styles.xml", styles)))
            .read();
    assertThat(payments(read)).containsExactly("6222020000000000001 -1234.56-> 88 03-01T02:02:03Z");
    assertThat(read.bad())
        .extracting(BadRow::reason)
        .containsExactly(Reason.ACCOUNT_DIGITS_LOST, Reason.NO_ACCOUNT);
    assertThat(read.bad()).extracting(BadRow::line).containsExactly(4L, 6L);
  }

  @Test
  void utf16TabsGzipAndZip() throws IOException {
    String text = "付款账号\t收款账号\t交易时间\t金额\n1\t2\t2026-03-01 10:00:00\t5.00\n";
    byte[] utf16 = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
    assertThat(payments(statements().file("u.txt", utf16).read()))
        .containsExactly("1 -5.00-> 2 03-01T02:00:00Z");
    byte[] packed =
        Statements.bytes(
            out -> {
              try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(text.getBytes(Encoding.GB18030));
              }
            });
    assertThat(payments(statements().file("u.csv.gz", packed).read()))
        .containsExactly("1 -5.00-> 2 03-01T02:00:00Z");
    byte[] zipped =
        Statements.bytes(
            out -> {
              try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("流水/u.csv"));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("readme.txt"));
                zip.write("nothing to see".getBytes(StandardCharsets.UTF_8));
              }
            });
    Imported read = statements().file("u.zip", zipped).read();
    assertThat(payments(read)).containsExactly("1 -5.00-> 2 03-01T02:00:00Z");
    assertThat(read.statements()).hasSize(2);
  }

  @Test
  void filesThatAreNoTablesSayWhatToDo() {
    assertThatThrownBy(
            () ->
                statements()
                    .file("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2})
                    .read())
        .hasMessageContaining("XLSX");
    assertThatThrownBy(() -> statements().csv("page.xls", "<html><table>").read())
        .hasMessageContaining("web page");
    assertThatThrownBy(
            () -> statements().file("p.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).read())
        .hasMessageContaining("not a table");
    assertThatThrownBy(() -> statements().file("x.xlsx", new byte[] {'P', 'K', 3, 4, 5}).read())
        .isInstanceOf(StatementException.class);
    assertThatThrownBy(() -> statements().csv("empty.csv").read())
        .isInstanceOf(StatementException.class);
  }

  @Test
  void aStrayQuotationMarkSwallowsNothing() throws IOException {
    var lines = new String[40];
    lines[0] = "付款账号,收款账号,交易时间,金额";
    for (int i = 1; i < lines.length; i++) {
      lines[i] =
          (i == 5 || i == 30 ? "\"" : "") + "1,2,2026-03-01 10:00:%02d,%d.00".formatted(i, i);
    }
    Imported read = statements().csv("q.csv", lines).read();
    assertThat(read.book().payments()).isEqualTo(37);
    assertThat(read.bad()).extracting(BadRow::line).containsExactly(6L, 31L);
  }
}
