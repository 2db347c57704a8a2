package org.tocsin.tracing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged statements: bytes changed, cut, doubled and moved, in every format. What comes is an
 * import or a {@link IOException} that says why; never another exception, and every row is
 * accounted for. {@code -Dtracing.fuzz.seconds=600} and {@code -Dtracing.fuzz.seed=…}.
 */
class ImporterFuzzTest {
  private static final long SECONDS = Long.getLong("tracing.fuzz.seconds", 4);
  private static final long SEED = Long.getLong("tracing.fuzz.seed", 20_260_301L);

  @TempDir private Path folder;

  private static List<byte[]> seeds() {
    String police =
        "账号：6222020000000000001\n交易卡号,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,摘要说明,币种,流水号\n"
            + "6222020000000000001,2026-03-01 10:02:03,\"50,000.00\",100.00,出,6217000000000000088,转账,人民币,001\n"
            + "6222020000000000001,20260301100204,１２．３４,87.66,借,,ATM,人民币,002\n合计,,,,,,,,\n";
    String columns =
        "交易日期,交易时间,收入,支出,余额,对方账号\n20260301,93005,1,000.00,,5,77\n2026年3月1日,9:30,,5.00,,78\n";
    String world =
        "BEGIN LAUNDERING ATTEMPT - CYCLE\n2022/09/01 01:56,013,80D,0211,80A,263.87,Euro,263.87,Euro,ACH,1\nEND LAUNDERING ATTEMPT\n";
    String json =
        "{\"source\":\"x\",\"patterns\":[{\"pattern_type\":\"CYCLE\",\"transactions\":[{\"timestamp\":\"2022/09/01 01:56\",\"from_account\":\"a\",\"to_account\":\"b\",\"amount_paid\":1.5,\"payment_currency\":\"Euro\"}]}]}";
    byte[] xlsx =
        Statements.xlsx(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>收款账号</t></is></c><c r=\"C1\" t=\"str\"><v>交易时间</v></c><c r=\"D1\" t=\"str\"><v>金额</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c><c r=\"C2\" s=\"1\"><v>46082.5</v></c><c r=\"D2\"><v>9.99</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>",
            Map.of(
                "xl/sharedStrings.xml",
                "<sst><si><t>付款账号</t></si></sst>",
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"));
    byte[] packed =
        Statements.bytes(
            out -> {
              try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(police.getBytes(StandardCharsets.UTF_8));
              }
            });
    return List.of(
        police.getBytes(Encoding.GB18030),
        police.getBytes(StandardCharsets.UTF_8),
        police.getBytes(StandardCharsets.UTF_16),
        columns.getBytes(StandardCharsets.UTF_8),
        world.getBytes(StandardCharsets.UTF_8),
        json.getBytes(StandardCharsets.UTF_8),
        xlsx,
        packed);
  }

  @Test
  void damagedFilesAreReadOrRefusedButNeverBreakTheImporter() {
    System.out.printf("fuzz: %d s from seed %d%n", SECONDS, SEED);
    List<byte[]> seeds = seeds();
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long tried = 0;
    long read = 0;
    for (long seed = SEED; System.nanoTime() < end; seed++) {
      var random = new Random(seed * 0x9E3779B97F4A7C15L); // spread: seeds in a row begin alike
      byte[] damaged = damage(seeds.get(random.nextInt(seeds.size())), random);
      try {
        Imported imported = new Statements(folder).file("fuzz.bin", damaged).read();
        check(imported, seed);
        read++;
      } catch (IOException refused) {
        assertThat(refused.getMessage()).as("seed %d", seed).isNotBlank();
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
        throw new AssertionError("seed " + seed, broken);
      }
      tried++;
    }
    System.out.printf("fuzz: %d files, %d of them read%n", tried, read);
    assertThat(read).as("files that could still be read").isPositive();
    assertThat(tried - read).as("files refused").isPositive();
  }

  private static void check(Imported imported, long seed) {
    for (int i = 0; i < imported.book().payments(); i++) {
      var payment = imported.book().payment(i); // checks itself
      assertThat(payment.amountFen()).as("seed %d", seed).isLessThanOrEqualTo(Amounts.MOST);
      assertThat(imported.book().rows(i)).as("seed %d", seed).isNotEmpty();
    }
    long rows = imported.statements().stream().mapToLong(StatementReport::rows).sum();
    assertThat((long) imported.book().payments() + imported.pairs() + imported.duplicates())
        .as("seed %d", seed)
        .isEqualTo(rows);
  }

  private static byte[] damage(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int times = random.nextInt(6); times >= 0 && bytes.length > 8; times--) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(40, bytes.length - at));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) ",\"\n\r\t'0E.-\0".charAt(random.nextInt(11));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 3 -> bytes = joined(bytes, at, at + length, bytes, at);
        case 4 ->
            bytes =
                joined(
                    bytes, at, random.nextInt(bytes.length), bytes, random.nextInt(bytes.length));
        default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }

  /** The first {@code upTo} bytes, then {@code from} on again to another place. */
  private static byte[] joined(byte[] one, int upTo, int from, byte[] other, int to) {
    int first = Math.min(from, to);
    byte[] middle = Arrays.copyOfRange(other, first, Math.max(from, to));
    byte[] out = Arrays.copyOf(one, upTo + middle.length + one.length - upTo);
    System.arraycopy(middle, 0, out, upTo, middle.length);
    System.arraycopy(one, upTo, out, upTo + middle.length, one.length - upTo);
    return out;
  }
}
