package org.tocsin.tracing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Payment;
import org.tocsin.tracing.Payments;
import org.tocsin.tracing.StoreOptions;

/** Another process appends and is killed outright; what it was told is safe must be there. */
class KilledTest {
  private static final StoreOptions TINY = StoreOptions.defaults().withTailPayments(150);
  private static final int BATCH = 20;

  @TempDir private Path folder;

  /**
   * The process that is killed: appends the same payments as the test, says what was acknowledged.
   */
  public static final class Appender {
    private Appender() {}

    /** Appends until killed. */
    public static void main(String[] args) {
      List<Payment> payments = payments();
      try (LedgerStore store = Ledgers.open(Path.of(args[0]), TINY)) {
        int from = (int) store.snapshot().payments();
        for (int i = from; i + BATCH <= payments.size(); i += BATCH) {
          store.append(payments.subList(i, i + BATCH));
          System.out.println(i + BATCH);
        }
      }
    }
  }

  private static List<Payment> payments() {
    return Payments.random(77, 200_000, 500);
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
    List<Payment> payments = payments();
    int acknowledged = 0;
    for (int round = 1; round <= 2; round++) {
      acknowledged = killAfter(acknowledged + 1500);
      try (LedgerStore store = Ledgers.open(folder, TINY)) {
        int there = (int) store.snapshot().payments();
        assertThat(there).isGreaterThanOrEqualTo(acknowledged);
        // A batch is there whole or not at all.
        assertThat(there % BATCH).isZero();
        PlainLedger plain = new PlainLedger();
        plain.add(payments.subList(0, there));
        assertThat(PlainLedger.lines(store.snapshot())).isEqualTo(plain.lines());
      }
    }
  }

  /**
   * Starts the process, kills it once it has acknowledged so many, and says what it acknowledged.
   */
  private int killAfter(int wanted) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int acknowledged = 0;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null && acknowledged < wanted) {
        acknowledged = Integer.parseInt(line);
        line = out.readLine();
      }
      // Through the handle: the process itself would close the pipe with what it still holds.
      process.toHandle().destroyForcibly();
      for (; line != null; line = out.readLine()) {
        acknowledged = Math.max(acknowledged, Integer.parseInt(line));
      }
    }
    process.waitFor();
    assertThat(acknowledged).isGreaterThanOrEqualTo(wanted);
    return acknowledged;
  }
}
