package org.tocsin.tracing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.Correction;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Payment;
import org.tocsin.tracing.Payments;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.StoreOptions;

/** A ledger on disk against the plain one, through sealing, joining, late payments and crashes. */
class LedgerTest {
  private static final StoreOptions SMALL = StoreOptions.defaults().withTailPayments(100_000);

  @TempDir private Path folder;

  private final PlainLedger plain = new PlainLedger();

  private void take(LedgerStore store, List<Payment> payments) {
    store.append(payments);
    plain.add(payments);
  }

  private void agree(LedgerStore store) {
    assertThat(PlainLedger.lines(store.snapshot())).isEqualTo(plain.lines());
  }

  @Test
  void columnsAgreeThroughSealingJoiningAndReopening() {
    List<Payment> payments = Payments.random(1, 3000, 200);
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      for (int i = 0; i < 3000; i += 500) {
        take(store, payments.subList(i, i + 500));
        if (i % 1000 == 0) {
          store.seal();
        }
        agree(store);
      }
      store.merge();
      agree(store);
    }
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      agree(store);
      take(store, Payments.of("a1 -77-> new 23:59"));
      agree(store);
    }
  }

  @Test
  void whatWasAcknowledgedIsThereWhenNothingWasClosed() throws IOException {
    List<Payment> payments = Payments.random(2, 900, 50);
    LedgerStore store = Ledgers.open(folder, SMALL);
    take(store, payments.subList(0, 300));
    store.seal();
    take(store, payments.subList(300, 900));
    Path copy = copyOfFolder();
    try (LedgerStore again = Ledgers.open(copy, SMALL)) {
      agree(again);
    }
    store.close();
  }

  @Test
  void aLogCutOffAnywhereGivesAWholeNumberOfAppends() throws IOException {
    List<Payment> payments = Payments.random(3, 60, 20);
    List<List<String>> states = new ArrayList<>(List.of(List.of()));
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      for (Payment payment : payments) {
        take(store, List.of(payment));
        states.add(plain.lines());
      }
    }
    Path log = folder.resolve("payments-000000.log");
    byte[] whole = Files.readAllBytes(log);
    Random random = new Random(3);
    int last = -1;
    for (int cut = 0; cut < whole.length; cut += 1 + random.nextInt(60)) {
      Files.write(log, java.util.Arrays.copyOf(whole, cut));
      try (LedgerStore store = Ledgers.open(folder, SMALL)) {
        int state = states.indexOf(PlainLedger.lines(store.snapshot()));
        assertThat(state).as("cut at %d", cut).isGreaterThanOrEqualTo(Math.max(0, last));
        last = state;
      }
    }
    assertThat(last).isGreaterThan(50);
  }

  @Test
  void latePaymentsGoWhereTheyBelong() {
    Random random = new Random(4);
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      List<Payment> payments = Payments.random(4, 2000, 60);
      List<Payment> late = new ArrayList<>();
      for (int i = 0; i < 2000; i += 200) {
        List<Payment> now = new ArrayList<>();
        for (Payment payment : payments.subList(i, i + 200)) {
          (random.nextInt(20) == 0 ? late : now).add(payment);
        }
        take(store, now);
        if (i % 600 == 0) {
          store.seal();
        }
      }
      long before = store.snapshot().revision();
      take(store, late.subList(0, 50));
      agree(store);
      assertThat(store.snapshot().revision()).isGreaterThan(before);
      take(store, late.subList(50, late.size()));
      agree(store);
    }
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      agree(store);
    }
  }

  @Test
  void aLatePaymentIntoSealedOnesSurvivesACrashBeforeItsSegmentsCount() throws IOException {
    List<Payment> payments = Payments.random(5, 400, 30);
    LedgerStore store = Ledgers.open(folder, SMALL);
    take(store, payments.subList(1, 200));
    store.seal();
    take(store, payments.subList(201, 400));
    Path old = copyOfFolder();
    take(store, List.of(payments.get(0), payments.get(200)));
    take(store, Payments.of("a1 -5-> a2 23:58"));
    agree(store);
    store.close();
    // The log as it was when both calls were acknowledged, the segments as they were before.
    appendLate(old, payments);
    try (LedgerStore again = Ledgers.open(old, SMALL)) {
      agree(again);
    }
    try (LedgerStore again = Ledgers.open(old, SMALL)) {
      agree(again);
    }
  }

  private static void appendLate(Path folder, List<Payment> payments) throws IOException {
    try (Stream<Path> logs = Files.list(folder)) {
      Path last =
          logs.filter(file -> file.toString().contains("payments-")).sorted().toList().getLast();
      LogFile log = new LogFile(last, Files.size(last));
      List<Entry> late = List.of(entry(payments.get(0), folder), entry(payments.get(200), folder));
      LogEntries.group(log, List.of(), late);
      log.take();
      log.writeTaken();
      LogEntries.group(
          log, List.of(), List.of(entry(Payments.of("a1 -5-> a2 23:58").getFirst(), folder)));
      log.take();
      log.writeTaken();
      log.close();
    }
  }

  private static Entry entry(Payment p, Path folder) {
    Book book = new Book();
    LogReader.read(folder.resolve("accounts.log"), frame -> LogEntries.readAccounts(frame, book));
    return new Entry(
        book.find(p.from()).orElseThrow(),
        book.find(p.to()).orElseThrow(),
        p.amountFen(),
        p.at().toEpochMilli(),
        p.serial(),
        p.order());
  }

  @Test
  void correctionsTakeBackAndReplace() {
    List<Payment> payments = Payments.random(6, 500, 40);
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      take(store, payments.subList(0, 250));
      store.seal();
      take(store, payments.subList(250, 500));
      Payment wrong = payments.get(100);
      Payment right = new Payment("a7", "a8", 12_345, wrong.at().plusSeconds(60), "9", "");
      store.correct(List.of(new Correction(wrong, right), new Correction(payments.get(400), null)));
      plain.remove(wrong);
      plain.remove(payments.get(400));
      plain.add(List.of(right));
      agree(store);
      assertThatThrownBy(() -> store.correct(List.of(new Correction(wrong, null))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no such payment");
      agree(store);
    }
  }

  @Test
  void anOpeningToldLaterChangesWhatCameBefore() {
    List<Payment> payments = Payments.random(7, 300, 20);
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      take(store, payments.subList(0, 150));
      store.seal();
      take(store, payments.subList(150, 300));
      store.describe(store.account("a1"), AccountClass.BUSINESS, 1_000_000);
      plain.opening("a1", 1_000_000);
      agree(store);
    }
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      agree(store);
      assertThat(store.snapshot().account(store.account("a1")).type())
          .isEqualTo(AccountClass.BUSINESS);
    }
  }

  @Test
  void aSnapshotStaysAsItWas() {
    List<Payment> payments = Payments.random(8, 1200, 40);
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      take(store, payments.subList(0, 600));
      Snapshot snapshot = store.snapshot();
      List<String> then = plain.lines();
      int account = snapshot.find("a1").orElseThrow();
      long balance = snapshot.balance(account);
      take(store, payments.subList(600, 900));
      store.seal();
      store.append(List.of(Payment.of("a1", "a2", 99, Payments.DAY)));
      store.append(payments.subList(900, 1200));
      store.merge();
      assertThat(PlainLedger.lines(snapshot)).isEqualTo(then);
      assertThat(snapshot.balance(account)).isEqualTo(balance);
    }
  }

  @Test
  void balancesAndOutflowsAgreeWithAWalk() {
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      take(store, Payments.random(9, 400, 15));
      store.seal();
      take(store, Payments.of("a1 -3-> a2 20:00 | a2 -900000-> a1 20:01 | a1 -1-> a1 20:02"));
      Snapshot snapshot = store.snapshot();
      Balances balances = new Balances(snapshot);
      long[] in = new long[snapshot.accounts()];
      long[] out = new long[snapshot.accounts()];
      for (long id = 0; id < snapshot.payments(); id++) {
        var payment = snapshot.payment(id);
        for (int account = 0; account < in.length; account += 3) {
          assertThat(balances.at(account, id)).isEqualTo(in[account] - out[account]);
          assertThat(snapshot.outflow(account, id)).isEqualTo(out[account]);
        }
        in[payment.from()] = payment.bal() + out[payment.from()];
        out[payment.from()] += payment.amountFen();
        in[payment.to()] += payment.amountFen();
      }
      for (int account = 0; account < in.length; account++) {
        assertThat(snapshot.balance(account)).isEqualTo(in[account] - out[account]);
      }
    }
  }

  @Test
  void aDamagedSegmentIsNotRead() throws IOException {
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      take(store, Payments.random(10, 500, 20));
      store.seal();
    }
    Path segment = folder.resolve("segment-000000");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[SegmentHead.BYTES + 100] ^= 4;
    Files.write(segment, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(() -> Ledgers.open(folder, SMALL))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("checksum of section 0");
    // The failed opening let go of the folder; a head alone is intact.
    Ledgers.open(folder, SMALL.withVerify(false)).close();
  }

  @Test
  void onlyOneProcessHasTheLedger() {
    try (LedgerStore store = Ledgers.open(folder, SMALL)) {
      assertThat(store.account("x")).isZero();
      assertThatThrownBy(() -> Ledgers.open(folder, SMALL)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void fullTailsAreSealedWhileOthersReadAndWrite() {
    StoreOptions tiny = StoreOptions.defaults().withTailPayments(1000);
    try (LedgerStore store = Ledgers.open(folder, tiny)) {
      List<Payment> payments = Payments.random(11, 20_000, 300);
      long position = 0;
      long millis = Payments.DAY.toEpochMilli();
      List<Payment> taken = new ArrayList<>();
      for (Payment p : payments) {
        millis = Math.max(millis, p.at().toEpochMilli());
        taken.add(
            Payment.of(p.from(), p.to(), p.amountFen(), java.time.Instant.ofEpochMilli(millis)));
        position =
            store.append(store.account(p.from()), store.account(p.to()), p.amountFen(), millis);
        if (taken.size() % 5000 == 0) {
          assertThat(store.snapshot().payments()).isEqualTo(taken.size());
        }
      }
      store.sync(position);
      plain.add(taken);
      agree(store);
    }
    try (LedgerStore store = Ledgers.open(folder, tiny)) {
      agree(store);
    }
  }

  private Path copyOfFolder() throws IOException {
    Path copy = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-copy"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
      }
    }
    return copy;
  }
}
