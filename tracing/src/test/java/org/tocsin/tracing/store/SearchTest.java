package org.tocsin.tracing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Payment;
import org.tocsin.tracing.Payments;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.StoreOptions;

/** Searches against looking at every element. */
class SearchTest {
  @TempDir private Path folder;

  @Test
  void theGuessingSearchFindsWhatALookAtAllFinds() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      long[] numbers =
          random.longs(1 + random.nextInt(80), 0, 1 + random.nextInt(300)).sorted().toArray();
      for (long wanted = -1; wanted <= 301; wanted += 1 + random.nextInt(9)) {
        long sought = wanted;
        long expected = Arrays.stream(numbers).filter(number -> number < sought).count();
        assertThat(Search.firstAtLeast(i -> numbers[(int) i], 0, numbers.length, wanted))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void anInstantFindsItsFirstPaymentInAnyPart() {
    List<Payment> payments = Payments.random(31, 900, 30);
    try (LedgerStore store = Ledgers.open(folder, StoreOptions.defaults())) {
      for (int i = 0; i < 900; i += 300) {
        store.append(payments.subList(i, i + 300));
        if (i < 600) {
          store.seal();
        }
      }
      Snapshot snapshot = store.snapshot();
      for (long millis = -2000; millis < 1_000_000; millis += 500) {
        Instant at = Payments.DAY.plusMillis(millis);
        long expected = payments.stream().filter(payment -> payment.at().isBefore(at)).count();
        assertThat(snapshot.idAt(at)).as("at %s", at).isEqualTo(expected);
      }
    }
  }

  @Test
  void keysAreFoundInAnyNumber() {
    Keys keys = new Keys();
    for (int i = 0; i < 70_000; i++) {
      assertThat(keys.find("6217账户" + i)).isEqualTo(-1);
      assertThat(keys.add("6217账户" + i)).isEqualTo(i);
    }
    for (int i = 0; i < 70_000; i += 7) {
      assertThat(keys.find("6217账户" + i)).isEqualTo(i);
      assertThat(keys.get(i)).isEqualTo("6217账户" + i);
    }
  }

  @Test
  void listsInChunksKeepTheirElements() {
    Chunks chunks = new Chunks();
    long[] heads = new long[3];
    Random random = new Random(8);
    int[] counts = new int[3];
    for (int i = 0; i < 600_000; i++) {
      int list = random.nextInt(10) == 0 ? 1 : random.nextInt(100) == 0 ? 2 : 0;
      heads[list] = chunks.add(heads[list], counts[list]++ * 3 + list);
    }
    for (int list = 0; list < 3; list++) {
      for (int k = 0; k < counts[list]; k++) {
        assertThat(chunks.get(heads[list], k)).isEqualTo(k * 3 + list);
      }
    }
  }
}
