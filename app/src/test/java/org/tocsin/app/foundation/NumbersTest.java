package org.tocsin.app.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.testing.TocsinTest;

@TocsinTest
class NumbersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Autowired Numbers numbers;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void aTransactionThatTakesItsTimeHoldsNobodyUp() {
    TransactionTemplate tx = new TransactionTemplate(transactions);
    tx.executeWithoutResult(
        status -> {
          String mine = numbers.next("slow", DAY);
          String theirs =
              CompletableFuture.supplyAsync(() -> tx.execute(s -> numbers.next("slow", DAY)))
                  .orTimeout(30, TimeUnit.SECONDS)
                  .join();
          assertThat(List.of(mine, String.valueOf(theirs)))
              .containsExactly("20260301-0001", "20260301-0002");
        });
  }

  @Test
  void noNumberIsGivenTwice() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 300).parallel().forEach(i -> seen.add(numbers.next("many", DAY)));
    assertThat(seen).hasSize(300).contains("20260301-0300");
  }
}
