package org.tocsin.tracing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.tracing.statement.Json;

class TraceCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-05T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private record Ran(int status, String out, String err) {}

  private static Ran run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        TraceMain.run(
            words,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            CLOCK);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String ledger() throws IOException {
    String text =
        """
        付款账号,收款账号,交易时间,金额,流水号
        6222000000000000001,6217000000000000088,2026-03-01 10:02:03,50000.00,1
        6217000000000000088,6217000000000000077,2026-03-01 10:05:00,30000.00,2
        6217000000000000088,6222000000000000001,2026-03-01 10:06:00,100.00,3
        6217000000000000077,1000<b>,2026-03-01 10:30:00,12000.50,4
        6217000000000000077,6217000000000000066,2026-03-02 10:30:00,500.00,5
        """;
    return Files.writeString(folder.resolve("ledger.csv"), text).toString();
  }

  private static Map<String, Object> json(Path file) throws IOException {
    return Json.object(Json.parse(Files.readString(file)));
  }

  private static long number(Map<String, Object> object, String name) {
    return Long.parseLong(String.valueOf(object.get(name)));
  }

  @Test
  void aTraceWritesJsonThatAddsUpAndAPageThatStandsAlone() throws IOException {
    Path json = folder.resolve("out.json");
    Path html = folder.resolve("out.html");
    Files.writeString(folder.resolve("hubs.csv"), "# register\n1000<B>,merchant\n");
    Ran ran =
        run(
            "--ledger",
            ledger(),
            "--report",
            "2026-03-01T10:02+08:00 6222…01 -> 6217…88 50000.00",
            "--hubs",
            folder.resolve("hubs.csv").toString(),
            "--rule",
            "all",
            "--window",
            "12h",
            "--frozen",
            "6217000000000000088 5000",
            "--json",
            json.toString(),
            "--html",
            html.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    Map<String, Object> document = json(json);
    Map<String, Object> totals = Json.object(document.get("totals"));
    assertThat(number(totals, "reported_fen")).isEqualTo(5_000_000);
    assertThat(number(totals, "held_fen")).isEqualTo(1_990_000 + 1_799_950);
    assertThat(number(totals, "returned_fen")).isEqualTo(10_000);
    assertThat(number(totals, "at_hubs_fen")).isEqualTo(1_200_050);
    assertThat(number(totals, "cashed_out_fen") + number(totals, "dust_fen")).isZero();
    var remaining = new ArrayList<String>();
    for (Object one : Json.list(document, "accounts")) {
      Map<String, Object> account = Json.object(one);
      remaining.add(
          account.get("account")
              + " "
              + account.get("tier")
              + " "
              + account.get("remaining_fen")
              + " "
              + account.get("low_fen")
              + " "
              + account.get("high_fen"));
    }
    assertThat(remaining)
        .containsExactlyInAnyOrder(
            "6217000000000000088 1 1990000 1990000 1990000",
            "6217000000000000077 2 1799950 1799950 1799950",
            "1000<B> 3 1200050 1200050 1200050",
            "6222000000000000001 2 10000 10000 10000");
    assertThat(Json.object(document.get("rules")).keySet())
        .containsExactly("FIFO", "HAIRCUT", "LIFO", "LOWEST_BALANCE", "REACH");
    assertThat(number(Json.object(document.get("cuts")), "payments_after_window")).isEqualTo(1);
    String page = Files.readString(html);
    assertThat(page)
        .contains("资金分层流向", "一级账户", "二级账户", "37,899.50", "ledger.csv:2", "1000&lt;B&gt;")
        .doesNotContain("1000<B>");
    assertThat(page)
        .as("needs nothing from elsewhere")
        .doesNotContain("http://", "https://", "src=", "<script", "@import");
    assertThat(ran.out()).contains("先进先出");
  }

  @Test
  void badRowsAreWrittenForTheBankAndFormulasAreDefused() throws IOException {
    Path ledger =
        Files.writeString(
            folder.resolve("bad.csv"),
            "付款账号,收款账号,交易时间,金额\n=cmd(),2,不详,5\n1,2,2026-03-01 10:00:00,5\n");
    Path bad = folder.resolve("rows.csv");
    assertThat(run("--ledger", ledger.toString(), "--bad", bad.toString()).status()).isZero();
    assertThat(Files.readString(bad))
        .contains("\"bad.csv\",2,\"没有可识别的交易时间\"")
        .contains("\"'=cmd() | 2 | 不详 | 5\"");
  }

  @Test
  void mistakesAreSaidPlainlyWithStatusTwo() throws IOException {
    String ledger = ledger();
    List<List<String>> wrong =
        List.of(
            List.of("--report is missing", "--ledger", ledger, "--json", "x"),
            List.of(
                "no account 999",
                "--ledger",
                ledger,
                "--report",
                "2026-03-01T10:02+08:00 999 -> 6217…88 50000"),
            List.of(
                "50,000.00",
                "--ledger",
                ledger,
                "--report",
                "2026-03-01T10:02+08:00 6222…01 -> 6217…88 50001"),
            List.of(
                "no payment between",
                "--ledger",
                ledger,
                "--report",
                "2026-03-01T10:02+08:00 6222…01 -> 6217…66 500"),
            List.of("a report reads", "--ledger", ledger, "--report", "fifty thousand"),
            List.of(
                "is no time", "--ledger", ledger, "--report", "yesterday 6222…01 -> 6217…88 50000"),
            List.of("--rule is one of", "--ledger", ledger, "--rule", "best"),
            List.of("like 72h", "--ledger", ledger, "--window", "72"),
            List.of("does not know --nonsense", "--ledger", ledger, "--nonsense"),
            List.of("--ledger FILE is missing", "--rule", "fifo"),
            List.of("there is no file", "--ledger", folder.resolve("none.csv").toString()));
    for (List<String> words : wrong) {
      Ran ran = run(words.subList(1, words.size()).toArray(String[]::new));
      assertThat(ran.status()).as("%s", words).isEqualTo(2);
      assertThat(ran.err()).as("%s", words).contains(words.getFirst());
    }
    assertThat(run("--help").out()).contains("--report");
    Path page = Files.writeString(folder.resolve("page.csv"), "<html>");
    assertThat(run("--ledger", page.toString()).status()).isEqualTo(1);
  }

  /** Recorded data beside the repository, where it is; {@code TOCSIN_DATA} names another place. */
  private static Path data(String folder) {
    String named = System.getenv("TOCSIN_DATA");
    Path data = named == null ? Path.of("../../shared/data") : Path.of(named);
    assumeTrue(
        Files.isDirectory(data.resolve(folder)), "skipped: no data at " + data.resolve(folder));
    return data.resolve(folder);
  }

  @Test
  void everyFileOfAmlSimRunsByEveryRule() throws IOException {
    try (var files = Files.list(data("amlsim"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tgz")).toList()) {
        Path json = folder.resolve("sim.json");
        String report =
            file.toString().contains("fanin")
                ? "2017-01-02 360 -> 18984 103.55"
                : "2017-01-02 280 -> 15349 147.80";
        Ran ran =
            run(
                "--ledger",
                file.toString(),
                "--report",
                report,
                "--rule",
                "all",
                "--hops",
                "6",
                "--dust",
                "1",
                "--json",
                json.toString(),
                "--zone",
                "Z");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(number(Json.object(json(json).get("totals")), "reported_fen"))
            .isGreaterThan(10_000);
        assertThat(ran.out()).contains("transactions.csv: 11");
      }
    }
  }

  @Test
  void everyFileOfAmlWorldRunsByEveryRule() throws IOException {
    try (var list = Files.list(data("amlworld_patterns"))) {
      List<String> files =
          list.map(Path::toString).filter(f -> f.endsWith(".gz")).sorted().toList();
      var words = new ArrayList<String>(List.of("--ledger"));
      words.addAll(files);
      words.addAll(
          List.of(
              "--report",
              "2022-09-01T00:06 800737690 -> 80011F990 3338.41",
              "--rule",
              "all",
              "--everywhere",
              "--json",
              folder.resolve("world.json").toString()));
      Ran ran = run(words.toArray(String[]::new));
      assertThat(ran.status()).as(ran.err()).isZero();
      Map<String, Object> document = json(folder.resolve("world.json"));
      assertThat(number(Json.object(document.get("totals")), "reported_fen")).isEqualTo(333_841);
      assertThat(Json.list(document, "findings")).isNotEmpty();
      assertThat(ran.out()).contains("accounts_sample.csv.gz: 0 rows");
    }
  }
}
